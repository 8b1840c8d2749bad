package io.steptrace.deployment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.MethodParameterInfo;
import org.jboss.jandex.Type;

import io.steptrace.RenderPhase;
import io.steptrace.runtime.internal.span.ResultShape;

/**
 * A method annotated as a step, as an effect, or wrongly as both.
 *
 * @param method the method
 * @param step its {@code @Step}; {@code null} if it has none
 * @param effect its {@code @Effect}; {@code null} if it has none
 */
record WorkMethod(MethodInfo method, AnnotationInstance step, AnnotationInstance effect) {

    /** The same order in every build of the same application. */
    static final Comparator<WorkMethod> REPRODUCIBLE = Comparator.comparing(WorkMethod::key);

    /** Identifies the method, overloads told apart. */
    String key() {
        return keyOf(method);
    }

    static String keyOf(MethodInfo method) {
        return method.declaringClass().name() + "#" + method.name() + method.descriptor();
    }

    /** The method as error messages call it. */
    String place() {
        return method.declaringClass().name() + "#" + method.name();
    }

    boolean isStep() {
        return step != null;
    }

    /** The logical name of a step. */
    String stepName() {
        String name = textOf(step, "value");
        return name.isEmpty() ? method.name() : name;
    }

    /** What a step renders. */
    RenderPhase renderPhase() {
        AnnotationValue render = step.value("render");
        return render == null ? RenderPhase.NONE : RenderPhase.valueOf(render.asEnum());
    }

    /** The expression of an effect, unparsed. */
    String effectValue() {
        return textOf(effect, "value");
    }

    boolean isRequired() {
        AnnotationValue required = effect.value("required");
        return required == null || required.asBoolean();
    }

    /** The queue; empty for none. */
    String queue() {
        return textOf(isStep() ? step : effect, "queue");
    }

    ResultShape shape() {
        Type type = method.returnType();
        if (type.kind() == Type.Kind.VOID) {
            return ResultShape.VOID;
        }
        DotName name = type.name();
        if (name.equals(DotNames.UNI)) {
            return ResultShape.UNI;
        }
        if (name.equals(DotNames.MULTI)) {
            return ResultShape.MULTI;
        }
        if (name.equals(DotNames.COMPLETION_STAGE)) {
            return ResultShape.STAGE;
        }
        return name.equals(DotNames.COMPLETABLE_FUTURE) ? ResultShape.FUTURE : ResultShape.VALUE;
    }

    /** The parameters marked as attributes. */
    List<MethodParameterInfo> attributeParameters() {
        List<MethodParameterInfo> marked = new ArrayList<>();
        for (MethodParameterInfo parameter : method.parameters()) {
            if (parameter.hasDeclaredAnnotation(DotNames.SPAN_ATTRIBUTE)) {
                marked.add(parameter);
            }
        }
        return marked;
    }

    /** The key of the attribute a parameter becomes; {@code null} if neither the annotation nor the class file names it. */
    static String attributeKey(MethodParameterInfo parameter) {
        String key = textOf(parameter.declaredAnnotation(DotNames.SPAN_ATTRIBUTE), "value");
        return key.isEmpty() ? parameter.name() : key;
    }

    private static String textOf(AnnotationInstance annotation, String member) {
        AnnotationValue value = annotation.value(member);
        return value == null ? "" : value.asString();
    }
}
