package io.steptrace.runtime.internal.telemetry.method;

import io.steptrace.RenderPhase;
import io.steptrace.runtime.internal.text.BoundedText;

/**
 * What the build knows of a step.
 *
 * @param method the method behind it
 * @param name the logical name of the step
 * @param render what the step renders
 */
public record StepMetadata(MethodMetadata method, String name, RenderPhase render) {

    /** The name is bounded. */
    public StepMetadata {
        name = BoundedText.name(name);
    }
}
