package io.steptrace.runtime.internal.http.root;

import java.util.function.ToIntFunction;

/**
 * What is recorded of requests, and how those are answered that a queue refuses.
 *
 * @param pathParameters whether the values of path parameters are, which may be personal data
 * @param dispatch whether the hand-over to a worker is
 * @param rejectionStatus the status for requests that this queue has refused
 */
public record RequestSettings(boolean pathParameters, boolean dispatch, ToIntFunction<String> rejectionStatus) {
}
