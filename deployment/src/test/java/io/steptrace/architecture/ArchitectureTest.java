package io.steptrace.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import java.util.List;
import java.util.Set;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;

import io.netty.buffer.ByteBuf;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.steptrace.ParkCause;
import io.steptrace.runtime.internal.http.root.RequestAttributes;
import io.steptrace.runtime.internal.text.PrintableLog;
import io.steptrace.runtime.internal.wiring.sampling.SamplingCustomizer;
import io.vertx.core.buffer.Buffer;

/** Who may import whom, and how a class may be named. */
class ArchitectureTest {

    private static final String INTERNAL = Floors.INTERNAL;
    private static final String DEV = "io.steptrace.dev";

    static final JavaClasses CLASSES = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("integration-test")).importPackages("io.steptrace");

    @Test
    void theCoreIsPlainJava() {
        DescribedPredicate<JavaClass> plain = resideInAnyPackage("java..", INTERNAL + "time", INTERNAL + "job",
                INTERNAL + "promotion", INTERNAL + "stats", "org.HdrHistogram..").or(type(ParkCause.class));
        classes().that().resideInAnyPackage(INTERNAL + "time", INTERNAL + "job", INTERNAL + "promotion", INTERNAL + "stats")
                .should().onlyDependOnClassesThat(plain).check(CLASSES);
        for (String room : List.of("time", "verdict")) {
            classes().that().resideInAPackage(INTERNAL + room).should().onlyDependOnClassesThat(
                    resideInAnyPackage("java..", INTERNAL + room)).check(CLASSES);
        }
    }

    @Test
    void onlyTelemetryDeclaresAttributeKeys() {
        noClasses().that().resideOutsideOfPackage(INTERNAL + "telemetry..")
                .and(not(type(RequestAttributes.class))).should()
                .callMethodWhere(target(owner(type(AttributeKey.class))).and(target(nameMatching("(?!get).*Key"))))
                .check(CLASSES);
    }

    @Test
    void interceptionBuildsNoTelemetry() {
        noClasses().that().resideInAnyPackage(INTERNAL + "interception..", INTERNAL + "result")
                .should().dependOnClassesThat(resideInAnyPackage("io.opentelemetry.api..", "io.opentelemetry.sdk.."))
                .check(CLASSES);
    }

    @Test
    void onlyWiringSeesEverything() {
        noClasses().that().resideInAPackage("io.steptrace.runtime..").and().resideOutsideOfPackage(INTERNAL + "wiring..")
                .should().dependOnClassesThat().resideInAPackage(INTERNAL + "wiring..").check(CLASSES);
        noClasses()
                .that(resideInAPackage("io.steptrace.runtime.internal..")
                        .and(not(resideInAnyPackage(INTERNAL + "wiring..", INTERNAL + "config.."))))
                .should().dependOnClassesThat().resideInAPackage(INTERNAL + "config..").check(CLASSES);
    }

    @Test
    void runtimeKnowsNothingOfTheBuild() {
        noClasses().that().resideInAPackage("io.steptrace.runtime..").should().dependOnClassesThat()
                .resideInAnyPackage("io.steptrace.deployment..", "io.quarkus.deployment..", "org.jboss.jandex..")
                .check(CLASSES);
    }

    /** What only dev mode has: known by the one package that knows the Dev UI. */
    @Test
    void onlyDevModeKnowsTheDevUI() {
        String build = "io.steptrace.deployment.devui";
        noClasses().that().resideOutsideOfPackages(build, DEV + "..").should().dependOnClassesThat()
                .resideInAnyPackage(DEV + "..", "io.quarkus.devui..").check(CLASSES);
        noClasses().that().resideInAPackage(DEV + "..").should().dependOnClassesThat()
                .resideInAnyPackage("io.quarkus.devui..", "io.steptrace.deployment..").check(CLASSES);
        classes().that().resideInAPackage(DEV + ".answer").should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", DEV + ".answer")).check(CLASSES);
        classes().that().resideInAPackage(DEV + ".advice").should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", DEV + ".advice", DEV + ".answer")).check(CLASSES);
    }

    /** A constant is made while a binary is built, and its heap takes no buffer of Vert.x or Netty. */
    @Test
    void noConstantIsABuffer() {
        noFields().that().areStatic().should().haveRawType(assignableTo(Buffer.class)).orShould()
                .haveRawType(assignableTo(ByteBuf.class)).allowEmptyShould(true).check(CLASSES);
    }

    /** Else words of an application, a client or a collector could forge a line; a tree on the console has many of its own. */
    @Test
    void whatIsPrintedIsPrintable() {
        noClasses().that(not(type(PrintableLog.class).or(type(SamplingCustomizer.class))))
                .should().callMethod(Logger.class, "getLogger", Class.class)
                .orShould().callMethod(Logger.class, "getLogger", String.class).check(CLASSES);
        GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLASSES);
        classes().that().resideInAPackage(INTERNAL + "text")
                .should().onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jboss.logging", INTERNAL + "text"))
                .check(CLASSES);
    }

    /** Its event would be as long as what the failure says. */
    @Test
    void noExceptionIsRecordedWhole() {
        noClasses().should().callMethod(Span.class, "recordException", Throwable.class)
                .orShould().callMethod(Span.class, "recordException", Throwable.class, Attributes.class).check(CLASSES);
    }

    @Test
    void namesSaySomething() {
        noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)").check(CLASSES);
        classes().that().haveSimpleNameEndingWith("Recorder").should()
                .beAnnotatedWith("io.quarkus.runtime.annotations.Recorder")
                .check(CLASSES);
    }

    /** Classes with these names, and those within them. */
    static DescribedPredicate<JavaClass> named(Set<String> simpleNames) {
        return DescribedPredicate.describe("named " + simpleNames,
                each -> simpleNames.contains(each.getName().replaceAll("\\$.*|.*\\.", "")));
    }
}
