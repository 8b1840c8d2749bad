package io.steptrace.runtime.internal.span;

/**
 * What the build knows of a step.
 *
 * @param method the method behind it
 * @param name the logical name of the step
 */
public record StepMetadata(MethodMetadata method, String name) {
}
