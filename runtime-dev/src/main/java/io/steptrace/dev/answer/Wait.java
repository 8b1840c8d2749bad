package io.steptrace.dev.answer;

/**
 * One thing that was waited for.
 *
 * @param cause in the words of the verdict
 */
public record Wait(String cause, long nanos) {
}
