package io.steptrace.runtime.internal.telemetry.method;

import io.steptrace.EffectKind;
import io.steptrace.runtime.internal.text.BoundedText;

/**
 * What the build knows of an effect.
 *
 * @param method the method behind it
 * @param kind the family of I/O
 * @param operation what is done
 * @param target what it is done to; empty if the expression names none
 * @param required whether its failure is a failure of the work
 */
public record EffectMetadata(MethodMetadata method, EffectKind kind, String operation, String target, boolean required) {

    /** The operation and the target are bounded. */
    public EffectMetadata {
        operation = BoundedText.name(operation);
        target = BoundedText.name(target);
    }
}
