/**
 * Requests to the HTTP server: the completion of their root spans and the hand-over from the event loop to a worker. Emits
 * nothing itself; tells through {@code span} and {@code metrics}. What needs quarkus-rest or the HTTP server at all is named by
 * the build only where these are present.
 */
package io.steptrace.runtime.internal.http;
