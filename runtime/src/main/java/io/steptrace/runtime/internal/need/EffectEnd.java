package io.steptrace.runtime.internal.need;

/**
 * The end of one effect of a need.
 *
 * @param effect the effect
 * @param value its result; {@code null} if it failed, or if that is its result
 * @param failure what it failed with; {@code null} if it succeeded
 */
record EffectEnd(NeedEffect<?> effect, Object value, Throwable failure) {
}
