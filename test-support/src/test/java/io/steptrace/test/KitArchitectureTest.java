package io.steptrace.test;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** Who may import whom, as in the architecture test of the extension, on whose class path the kit is not. */
class KitArchitectureTest {

    private static final String RUNTIME = "io.steptrace.runtime..";
    private static final JavaClasses CLASSES = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.steptrace.test");

    @Test
    void takesNamesAndLocalTracesFromTheRuntimeAndNothingElse() {
        noClasses().that().doNotHaveSimpleName("LocalTraces").should().dependOnClassesThat()
                .resideInAPackage("io.steptrace.runtime.internal.trace..").check(CLASSES);
        noClasses().should().dependOnClassesThat(resideInAPackage(RUNTIME)
                .and(not(resideInAnyPackage("io.steptrace.runtime.internal.trace", "io.steptrace.runtime.internal.telemetry"))))
                .check(CLASSES);
    }

    @Test
    void hasNoCycleOfPackages() {
        slices().matching("io.steptrace.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void namesSaySomething() {
        noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Recorder)").check(CLASSES);
    }
}
