package io.steptrace.dev.answer;

import java.util.List;

/**
 * What goes on at this moment.
 *
 * @param stuck what has been running for longer than is configured
 * @param running all that is running, the oldest first
 * @param breaker null if nothing is exported
 * @param spool null if nothing is exported
 */
public record Now(List<QueueNow> queues, List<PoolNow> pools, List<WorkNow> stuck, List<WorkNow> running, BreakerNow breaker,
        SpoolNow spool) {
}
