package org.busmark.results;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** results rests on core and value libraries; it knows no contestant and no host of measurements. */
final class DependencyDirectionTest {
    private static final JavaClasses RESULTS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.busmark.results");

    @Test
    void resultsDependsOnCoreOnly() {
        classes()
                .that()
                .resideInAPackage("org.busmark.results..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify.annotations",
                        "org.busmark.results..",
                        "org.busmark.bus",
                        "org.busmark.ledger..",
                        "org.busmark.latency..",
                        "org.busmark.workload",
                        "org.HdrHistogram",
                        "com.fasterxml.jackson..",
                        "com.samskivert.mustache",
                        "org.yaml.snakeyaml..",
                        "org.apache.commons.statistics..",
                        "javax.imageio..",
                        "org.knowm.xchart..")
                .check(RESULTS);
    }

    @Test
    void recordsAndStatisticsKnowNobodyAboveThem() {
        noClasses()
                .that()
                .resideInAPackage("org.busmark.results.record")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.busmark.results.statistics",
                        "org.busmark.results.campaign",
                        "org.busmark.results.claims",
                        "org.busmark.results.compare",
                        "org.busmark.results.report")
                .check(RESULTS);
        noClasses()
                .that()
                .resideInAPackage("org.busmark.results.statistics")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.busmark.results.record",
                        "org.busmark.results.campaign",
                        "org.busmark.results.compare",
                        "org.busmark.results.report")
                .check(RESULTS);
        noClasses()
                .that()
                .resideInAPackage("org.busmark.results.report")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.busmark.results.claims")
                .check(RESULTS);
        noClasses()
                .that()
                .resideInAPackage("org.busmark.results.campaign")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.busmark.results.compare", "org.busmark.results.report")
                .check(RESULTS);
        noClasses()
                .that()
                .resideInAPackage("org.busmark.results.compare")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.busmark.results.report")
                .check(RESULTS);
    }

    @Test
    void onlyPicturesAreDrawn() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.busmark.results.picture")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.awt..", "javax.imageio..", "org.knowm.xchart..", "org.busmark.results.picture")
                .check(RESULTS);
    }
}
