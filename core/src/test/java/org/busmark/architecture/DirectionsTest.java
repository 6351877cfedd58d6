package org.busmark.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Dependencies point one way: who has read a package knows what it can touch. */
class DirectionsTest {
    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.busmark");

    @Test
    void coreKnowsTheJdkAndHdrHistogramOnly() {
        classes()
                .that()
                .resideInAPackage("org.busmark..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("java..", "javax..", "org.busmark..", "org.HdrHistogram..", "org.jspecify..")
                                .or(com.tngtech.archunit.core.domain.JavaClass.Predicates.type(Object[].class)))
                .check(CORE);
    }

    @Test
    void theSpiKnowsNothingElseOfCore() {
        noClasses()
                .that()
                .resideInAPackage("org.busmark.bus..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.busmark..")
                        .and(com.tngtech.archunit.base.DescribedPredicate.not(resideInAnyPackage("org.busmark.bus.."))))
                .check(CORE);
    }

    @Test
    void packagesOfCoreAreLayers() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("bus")
                .definedBy("org.busmark.bus..")
                .layer("instrument")
                .definedBy("org.busmark.wire..", "org.busmark.ledger..", "org.busmark.latency..", "org.busmark.time..")
                .layer("verdict")
                .definedBy("org.busmark.verdict..")
                .layer("workload")
                .definedBy("org.busmark.workload..")
                .layer("broker")
                .definedBy("org.busmark.broker..")
                .layer("traffic")
                .definedBy("org.busmark.traffic..")
                .layer("simulated")
                .definedBy("org.busmark.simulated..")
                .whereLayer("traffic")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("simulated")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("broker")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("workload")
                .mayOnlyBeAccessedByLayers("verdict", "traffic")
                .whereLayer("verdict")
                .mayOnlyBeAccessedByLayers("traffic")
                .whereLayer("instrument")
                .mayOnlyBeAccessedByLayers("workload", "verdict", "traffic", "simulated")
                .ignoreDependency(alwaysTrue(), resideInAnyPackage("java.."))
                .check(CORE);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.busmark.(*)..").should().beFreeOfCycles().check(CORE);
    }
}
