package io.steptrace.deployment.method;

import java.util.List;
import java.util.stream.Collectors;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

import io.steptrace.RenderPhase;
import io.steptrace.runtime.internal.telemetry.method.AttemptMetadata;
import io.steptrace.runtime.internal.telemetry.method.ResultShape;

/**
 * A method annotated as a step, as an effect, or wrongly as both; parsed, but not checked.
 *
 * @param method the method
 * @param step its {@code @Step}; {@code null} if it has none
 * @param effect its {@code @Effect}; {@code null} if it has none
 * @param expression the value of its {@code @Effect}; {@code null} if it has none or that is outside the grammar
 * @param attributes the parameters marked as attributes
 * @param shape what its declared result says of the end of its spans
 * @param attempts the fault tolerance around it; {@code null} if there is none
 */
public record WorkMethod(MethodInfo method, AnnotationInstance step, AnnotationInstance effect, EffectExpression expression,
        List<AttributeParameter> attributes, ResultShape shape, AttemptMetadata attempts) {

    private static final DotName KOTLIN_CLASS = DotName.createSimple("kotlin.Metadata");

    /** Identifies the method among all, its overloads included. */
    public String key() {
        return keyOf(method);
    }

    public static String keyOf(MethodInfo method) {
        return method.declaringClass().name() + "#" + method.name() + method.descriptor();
    }

    /** The class of the method with this key. */
    public static DotName classOf(String key) {
        return DotName.createSimple(key.substring(0, key.indexOf('#')));
    }

    /** The method as error messages call it; with the types of its parameters if the name alone does not say which it is. */
    public String place() {
        String place = method.declaringClass().name() + "#" + name();
        long namedAlike = method.declaringClass().methods().stream()
                .filter(other -> !other.isSynthetic() && nameOf(other).equals(name())).count();
        return namedAlike == 1 ? place
                : place + method.parameterTypes().stream().map(WorkMethod::shortNameOf)
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String shortNameOf(Type type) {
        return type.kind() == Type.Kind.ARRAY ? shortNameOf(type.asArrayType().componentType()) + "[]"
                : type.name().withoutPackagePrefix();
    }

    /**
     * The name in the source: Kotlin appends to that of a method with an inline class in its signature, or of an internal one.
     */
    public String name() {
        return nameOf(method);
    }

    private static String nameOf(MethodInfo method) {
        String name = upTo('-', method.name());
        return method.declaringClass().hasDeclaredAnnotation(KOTLIN_CLASS) ? upTo('$', name) : name;
    }

    /** What stands before the first such character; one at the beginning is part of it. */
    private static String upTo(char end, String name) {
        int position = name.indexOf(end, 1);
        return position < 0 ? name : name.substring(0, position);
    }

    public boolean isStep() {
        return step != null;
    }

    /** The logical name of a step. */
    public String stepName() {
        String name = textOf(step, "value");
        return name.isEmpty() ? name() : name;
    }

    /** What a step renders. */
    public RenderPhase renderPhase() {
        AnnotationValue render = step.value("render");
        return render == null ? RenderPhase.NONE : RenderPhase.valueOf(render.asEnum());
    }

    /** The expression of an effect, unparsed. */
    public String effectValue() {
        return textOf(effect, "value");
    }

    public boolean isRequired() {
        AnnotationValue required = effect.value("required");
        return required == null || required.asBoolean();
    }

    /** The queue; empty for none. */
    public String queue() {
        return textOf(isStep() ? step : effect, "queue");
    }

    public boolean isQueued() {
        return !queue().isEmpty();
    }

    /** Whether it is under fault tolerance. */
    public boolean isGuarded() {
        return attempts != null;
    }

    /** A member of an annotation; empty if the annotation leaves it out. */
    static String textOf(AnnotationInstance annotation, String member) {
        AnnotationValue value = annotation.value(member);
        return value == null ? "" : value.asString();
    }
}
