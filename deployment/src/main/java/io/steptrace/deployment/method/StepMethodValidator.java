package io.steptrace.deployment.method;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Type;

import io.steptrace.runtime.internal.telemetry.method.ResultShape;

/** Checks annotated methods by themselves, without knowing which classes are beans. */
public final class StepMethodValidator {

    /** What the container calls by itself while it makes, ends or intercepts a bean. */
    private static final List<DotName> CALLBACKS = Stream.of("jakarta.annotation.PostConstruct",
            "jakarta.annotation.PreDestroy",
            "jakarta.interceptor.AroundInvoke", "jakarta.interceptor.AroundConstruct", "jakarta.interceptor.AroundTimeout",
            "jakarta.inject.Inject").map(DotName::createSimple).toList();

    /** The last parameter of a function of Kotlin that suspends: it returns at once, and goes on later. */
    private static final DotName CONTINUATION = DotName.createSimple("kotlin.coroutines.Continuation");

    private static final Set<ResultShape> QUEUEABLE = EnumSet.of(ResultShape.VOID, ResultShape.UNI, ResultShape.STAGE,
            ResultShape.FUTURE);

    private final IndexView index;

    public StepMethodValidator(IndexView index) {
        this.index = index;
    }

    /** Every rule the method breaks on its own; empty if it can be intercepted and described. */
    public List<Violation> check(WorkMethod work) {
        List<Violation> violations = new ArrayList<>();
        checkCaller(work, violations);
        if (violations.isEmpty()) {
            checkModifiers(work, violations);
        }
        if (work.step() != null && work.effect() != null) {
            violations.add(new Violation("step and effect at once", work.place(), "keep either @Step or @Effect"));
            return violations;
        }
        if (!work.isStep() && work.expression() == null) {
            violations.add(new Violation("effect expression \"" + work.effectValue() + "\"", work.place(),
                    EffectExpression.mistakeIn(work.effectValue()) + ": write " + EffectExpression.grammar()));
        }
        if (work.isQueued() && !QUEUEABLE.contains(work.shape())) {
            violations.add(new Violation("queue \"" + work.queue() + "\" on a method returning " + work.method().returnType(),
                    work.place(), "return Uni, CompletionStage or void, or leave the queue out"));
        }
        work.attributes().forEach(attribute -> checkAttribute(work, attribute, violations));
        return violations;
    }

    /** Steps of one class that cannot be distinguished. */
    public static List<Violation> checkNames(Collection<WorkMethod> works) {
        List<Violation> violations = new ArrayList<>();
        Map<String, WorkMethod> named = new HashMap<>();
        for (WorkMethod work : works) {
            if (work.isStep()) {
                WorkMethod first = named.putIfAbsent(work.method().declaringClass().name() + " " + work.stepName(), work);
                if (first != null) {
                    violations.add(new Violation("step name \"" + work.stepName() + "\" twice in one class", work.place(),
                            "give it another name than " + first.place()));
                }
            }
        }
        return violations;
    }

    /** Some methods are called past all interceptors, or in parts. */
    private static void checkCaller(WorkMethod work, List<Violation> violations) {
        for (DotName callback : CALLBACKS) {
            if (work.method().hasDeclaredAnnotation(callback)) {
                violations.add(new Violation("@" + callback.withoutPackagePrefix() + " method", work.place(),
                        "the container calls it past its interceptors: move the work to a method of another bean, and call that"));
            }
        }
        List<Type> parameters = work.method().parameterTypes();
        if (!parameters.isEmpty() && parameters.get(parameters.size() - 1).name().equals(CONTINUATION)) {
            violations.add(new Violation("suspend function", work.place(),
                    "return Uni or CompletionStage instead, or annotate the functions it calls that do not suspend"));
        }
    }

    private void checkModifiers(WorkMethod work, List<Violation> violations) {
        short flags = work.method().flags();
        if (Modifier.isPrivate(flags)) {
            violations.add(new Violation("private method", work.place(), "make it package-private or wider"));
        }
        if (Modifier.isStatic(flags)) {
            violations.add(new Violation("static method", work.place(), "make it an instance method of a bean"));
        }
        if (Modifier.isAbstract(flags) && NonBean.of(work.method().declaringClass(), index) == NonBean.REST_CLIENT) {
            violations.add(new Violation(NonBean.REST_CLIENT.rule(), work.place(), NonBean.REST_CLIENT.remedy()));
        } else if (Modifier.isAbstract(flags)) {
            violations.add(new Violation("abstract method without a bean", work.place(),
                    "annotate the method of the bean that implements or calls it"));
        }
    }

    private static void checkAttribute(WorkMethod work, AttributeParameter attribute, List<Violation> violations) {
        if (attribute.type() == null) {
            violations.add(new Violation(
                    "@SpanAttribute on " + attribute.place() + " of type " + attribute.parameter().type(), work.place(),
                    "leave it out, or pass a String or a List"));
        }
        if (attribute.key() == null) {
            violations.add(new Violation("@SpanAttribute without a name on " + attribute.place(), work.place(),
                    "give the annotation a value, or compile with -parameters"));
        }
    }
}
