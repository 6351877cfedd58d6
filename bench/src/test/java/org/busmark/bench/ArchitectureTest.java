package org.busmark.bench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {
    private static final JavaClasses BENCH = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.busmark.bench");

    @Test
    void knowsNoAdapterAndNoClient() {
        assertFalse(BENCH.isEmpty());
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.busmark.kafka..",
                        "org.busmark.rabbitmq..",
                        "org.busmark.zeromq..",
                        "org.apache.kafka..",
                        "com.rabbitmq..",
                        "org.zeromq..")
                .check(BENCH);
    }

    @Test
    void nothingDependsOnTheCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.busmark.bench.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.busmark.bench.cli..")
                .check(BENCH);
    }

    @Test
    void filesPlansProgressAndEnvironmentStandOnTheirOwn() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.busmark.bench.files..",
                        "org.busmark.bench.plan..",
                        "org.busmark.bench.progress..",
                        "org.busmark.bench.environment..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.busmark.bench.campaign..",
                        "org.busmark.bench.hosting..",
                        "org.busmark.bench.fork..",
                        "org.busmark.bench.jmh..")
                .check(BENCH);
    }
}
