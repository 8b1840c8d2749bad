package io.steptrace.runtime.internal.waits.jfr;

import java.time.Duration;

import io.steptrace.runtime.internal.waits.ApplicationCode;

/**
 * What a stream reports of waits.
 *
 * @param threshold how long a wait lasts at least; the caller sees to it that this is a millisecond or more
 * @param stackDepth the most frames in the text of a stack; 0 for the line of code alone
 * @param code whose line is wanted
 */
public record WaitStreamSettings(Duration threshold, int stackDepth, ApplicationCode code) {
}
