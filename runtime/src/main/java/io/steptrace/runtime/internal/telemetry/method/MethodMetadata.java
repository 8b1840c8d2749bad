package io.steptrace.runtime.internal.telemetry.method;

import java.util.List;

import io.steptrace.runtime.internal.text.BoundedText;

/**
 * What the build knows of an annotated method, whether a step or an effect.
 *
 * @param spanName the name of its spans
 * @param codeFunction the fully qualified name, as {@code code.function.name} wants it
 * @param queue the queue it runs on; empty for none
 * @param shape what it declares to return
 * @param parameters the parameters that become attributes
 * @param declaredErrors the checked exceptions it declares: answers of the application, not faults
 * @param attempts the fault tolerance around it; {@code null} if there is none
 */
public record MethodMetadata(String spanName, String codeFunction, String queue, ResultShape shape,
        List<ParameterAttribute> parameters, List<Class<?>> declaredErrors, AttemptMetadata attempts) {

    /** The names are bounded, but for that of the queue, which is looked up. */
    public MethodMetadata {
        spanName = BoundedText.name(spanName);
        codeFunction = BoundedText.name(codeFunction);
    }
}
