package io.steptrace.dev.assistant;

import java.util.List;

import io.steptrace.dev.answer.WorkNow;

/**
 * What is running at this moment.
 *
 * @param stuck what has been running for longer than is configured
 * @param running all of it, the oldest first
 */
public record StuckNow(List<WorkNow> stuck, List<WorkNow> running) {
}
