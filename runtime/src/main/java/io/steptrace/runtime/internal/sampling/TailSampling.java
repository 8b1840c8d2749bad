package io.steptrace.runtime.internal.sampling;

import java.time.Duration;
import java.util.List;

/**
 * How the tail decides.
 *
 * @param rules why a trace is kept, the first that applies counts
 * @param maxKeptPerSecond kept traces, 0 for no limit
 * @param windows what is usual
 * @param queueWaitFloor a shorter wait in a queue is never long
 * @param parkFloor a shorter park is never long
 */
public record TailSampling(List<TailRule> rules, int maxKeptPerSecond, RouteWindows windows, Duration queueWaitFloor,
        Duration parkFloor) {
}
