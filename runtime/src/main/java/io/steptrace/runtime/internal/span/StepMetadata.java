package io.steptrace.runtime.internal.span;

import io.steptrace.RenderPhase;

/**
 * What the build knows of a step.
 *
 * @param method the method behind it
 * @param name the logical name of the step
 * @param render what the step renders
 */
public record StepMetadata(MethodMetadata method, String name, RenderPhase render) {
}
