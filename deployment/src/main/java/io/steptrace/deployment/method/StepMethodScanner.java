package io.steptrace.deployment.method;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.MethodParameterInfo;
import org.jboss.jandex.Type;

import io.steptrace.runtime.internal.telemetry.method.ResultShape;

/** Finds and parses what an application has annotated, valid or not. */
public final class StepMethodScanner {

    private final IndexView index;
    private final ResultTypes results;
    private final GuardedMethodScanner guards;
    private final boolean hasFaultTolerance;

    /** @param hasFaultTolerance whether the application is built with it; else its annotations are none */
    public StepMethodScanner(IndexView index, boolean hasFaultTolerance) {
        this.index = index;
        this.results = new ResultTypes(index);
        this.guards = new GuardedMethodScanner(index);
        this.hasFaultTolerance = hasFaultTolerance;
    }

    /** All steps and effects in reproducible order. */
    public Collection<WorkMethod> workMethods() {
        Map<String, WorkMethod> found = new TreeMap<>();
        collect(found, DotNames.STEP);
        collect(found, DotNames.EFFECT);
        return found.values();
    }

    private void collect(Map<String, WorkMethod> found, DotName annotation) {
        for (AnnotationInstance instance : index.getAnnotations(annotation)) {
            if (instance.target().kind() == AnnotationTarget.Kind.METHOD && !instance.target().asMethod().isSynthetic()) {
                found.computeIfAbsent(WorkMethod.keyOf(instance.target().asMethod()),
                        key -> parse(instance.target().asMethod()));
            }
        }
    }

    private WorkMethod parse(MethodInfo method) {
        ResultShape shape = results.shapeOf(method.returnType());
        AnnotationInstance effect = method.declaredAnnotation(DotNames.EFFECT);
        return new WorkMethod(method, method.declaredAnnotation(DotNames.STEP), effect,
                effect == null ? null : EffectExpression.parse(WorkMethod.textOf(effect, "value")).orElse(null),
                method.parameters().stream().filter(parameter -> parameter.hasDeclaredAnnotation(DotNames.SPAN_ATTRIBUTE))
                        .map(this::parse).toList(),
                shape, hasFaultTolerance ? guards.scan(method, shape).orElse(null) : null);
    }

    private AttributeParameter parse(MethodParameterInfo parameter) {
        String key = WorkMethod.textOf(parameter.declaredAnnotation(DotNames.SPAN_ATTRIBUTE), "value");
        return new AttributeParameter(parameter, key.isEmpty() ? parameter.name() : key,
                AttributeTypes.of(parameter.type(), index).orElse(null));
    }

    /** The names of the queues that are injected as executors. */
    public Collection<String> injectedQueues() {
        Collection<String> names = new TreeSet<>();
        for (AnnotationInstance instance : index.getAnnotations(DotNames.JOB_QUEUE)) {
            names.add(instance.value().asString());
        }
        return names;
    }

    /** The classes whose instances a producer has intercepted, although they are no beans. */
    public Collection<DotName> classesBehindInterceptionProxies() {
        Collection<DotName> names = new TreeSet<>();
        for (AnnotationInstance producer : index.getAnnotations(DotNames.PRODUCES)) {
            if (producer.target().kind() == AnnotationTarget.Kind.METHOD) {
                producer.target().asMethod().parameterTypes().stream()
                        .filter(type -> type.name().equals(DotNames.INTERCEPTION_PROXY))
                        .filter(type -> type.kind() == Type.Kind.PARAMETERIZED_TYPE)
                        .forEach(type -> names.add(type.asParameterizedType().arguments().get(0).name()));
            }
        }
        return names;
    }

    /** The names of the types marked as application errors. */
    public Collection<String> applicationErrors() {
        Collection<String> names = new TreeSet<>();
        for (AnnotationInstance instance : index.getAnnotations(DotNames.APPLICATION_ERROR)) {
            names.add(instance.target().asClass().name().toString());
        }
        return names;
    }
}
