package io.steptrace.dev.assistant;

import java.util.List;

import io.steptrace.dev.answer.Advice;
import io.steptrace.dev.answer.PoolNow;
import io.steptrace.dev.answer.QueueNow;

/**
 * What work can wait for, at this moment.
 *
 * @param advice of the last minute
 */
public record QueuesNow(List<QueueNow> queues, List<PoolNow> pools, List<Advice> advice) {
}
