package io.steptrace.deployment.method;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Type;

import io.steptrace.runtime.internal.telemetry.method.EffectMetadata;
import io.steptrace.runtime.internal.telemetry.method.MethodMetadata;
import io.steptrace.runtime.internal.telemetry.method.StepMetadata;

/** Turns valid methods into what the running application has to know of them. */
public final class MetadataFactory {

    private static final Set<DotName> UNCHECKED = Set.of(DotName.createSimple(RuntimeException.class),
            DotName.createSimple(Error.class));
    private static final DotName EXCEPTION = DotName.createSimple(Exception.class);
    private static final DotName THROWABLE = DotName.createSimple(Throwable.class);

    private final Ancestry ancestry;
    private final Function<String, Class<?>> classes;
    /** What stands for a class, by its name: once for all methods that declare it. */
    private final Map<String, Class<?>> known = new HashMap<>();

    /** @param classes gives what stands for a class of the application until it runs */
    public MetadataFactory(IndexView index, Function<String, Class<?>> classes) {
        this.ancestry = new Ancestry(index);
        this.classes = classes;
    }

    public StepMetadata step(WorkMethod work) {
        return new StepMetadata(method(work, "step." + work.stepName()), work.stepName(), work.renderPhase());
    }

    public EffectMetadata effect(WorkMethod work) {
        EffectExpression expression = work.expression();
        return new EffectMetadata(method(work, work.effectValue()), expression.kind(), expression.operation(),
                expression.target(), work.isRequired());
    }

    private MethodMetadata method(WorkMethod work, String spanName) {
        return new MethodMetadata(spanName, work.method().declaringClass().name() + "." + work.name(), work.queue(),
                work.shape(), work.attributes().stream().map(AttributeParameter::metadata).toList(), declaredErrors(work),
                work.attempts());
    }

    private List<Class<?>> declaredErrors(WorkMethod work) {
        List<Class<?>> errors = new ArrayList<>();
        for (Type declared : work.method().exceptions()) {
            if (declared.kind() == Type.Kind.CLASS && saysSomething(declared.name())) {
                errors.add(known.computeIfAbsent(declared.name().toString(), classes));
            }
        }
        return errors;
    }

    /** A checked exception is part of what a method answers, unless it is so general that it covers every fault as well. */
    private boolean saysSomething(DotName declared) {
        return !declared.equals(EXCEPTION) && !declared.equals(THROWABLE) && !ancestry.isAny(declared, UNCHECKED);
    }
}
