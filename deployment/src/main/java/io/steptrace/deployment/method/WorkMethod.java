package io.steptrace.deployment.method;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.MethodParameterInfo;
import org.jboss.jandex.Type;

import io.steptrace.RenderPhase;
import io.steptrace.runtime.internal.telemetry.method.ResultShape;

/**
 * A method annotated as a step, as an effect, or wrongly as both.
 *
 * @param method the method
 * @param step its {@code @Step}; {@code null} if it has none
 * @param effect its {@code @Effect}; {@code null} if it has none
 * @param shape what its declared result says of the end of its spans
 */
public record WorkMethod(MethodInfo method, AnnotationInstance step, AnnotationInstance effect, ResultShape shape) {

    private static final DotName KOTLIN_CLASS = DotName.createSimple("kotlin.Metadata");

    /** The same order in every build of the same application. */
    static final Comparator<WorkMethod> REPRODUCIBLE = Comparator.comparing(WorkMethod::key);

    /** Identifies the method, overloads told apart. */
    public String key() {
        return keyOf(method);
    }

    public static String keyOf(MethodInfo method) {
        return method.declaringClass().name() + "#" + method.name() + method.descriptor();
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
        String name = method.name().replaceFirst("(?<=.)-.*", "");
        return method.declaringClass().hasDeclaredAnnotation(KOTLIN_CLASS) ? name.replaceFirst("(?<=.)\\$.*", "") : name;
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

    /** The parameters marked as attributes. */
    public List<MethodParameterInfo> attributeParameters() {
        List<MethodParameterInfo> marked = new ArrayList<>();
        for (MethodParameterInfo parameter : method.parameters()) {
            if (parameter.hasDeclaredAnnotation(DotNames.SPAN_ATTRIBUTE)) {
                marked.add(parameter);
            }
        }
        return marked;
    }

    /** The key of the attribute a parameter becomes; {@code null} if neither the annotation nor the class file names it. */
    public static String attributeKey(MethodParameterInfo parameter) {
        String key = textOf(parameter.declaredAnnotation(DotNames.SPAN_ATTRIBUTE), "value");
        return key.isEmpty() ? parameter.name() : key;
    }

    private static String textOf(AnnotationInstance annotation, String member) {
        AnnotationValue value = annotation.value(member);
        return value == null ? "" : value.asString();
    }
}
