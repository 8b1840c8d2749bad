package io.steptrace.runtime.internal.span;

import io.steptrace.EffectKind;

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
}
