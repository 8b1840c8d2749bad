/**
 * The root spans of requests to the HTTP server, from the arrival to what an answer, a failure or a client that left says.
 * Imports {@code context}, {@code recording} and {@code failure}. What needs quarkus-rest is named by the build only where that
 * is present.
 */
package io.steptrace.runtime.internal.http.root;
