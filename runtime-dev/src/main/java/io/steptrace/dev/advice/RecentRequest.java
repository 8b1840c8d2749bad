package io.steptrace.dev.advice;

import java.util.Map;

import io.steptrace.dev.answer.TraceLine;

/**
 * A finished request, or any other local trace.
 *
 * @param isRequest which of both
 * @param limits what its work has waited for that has a limit, and how much of that was taken, such as {@code 10 of 10}
 */
public record RecentRequest(TraceLine line, boolean isRequest, Map<String, String> limits) {
}
