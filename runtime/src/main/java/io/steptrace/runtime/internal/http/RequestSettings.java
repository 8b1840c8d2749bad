package io.steptrace.runtime.internal.http;

/**
 * What is recorded of requests.
 *
 * @param pathParameters whether the values of path parameters are, which may be personal data
 * @param dispatch whether the hand-over to a worker is
 */
public record RequestSettings(boolean pathParameters, boolean dispatch) {
}
