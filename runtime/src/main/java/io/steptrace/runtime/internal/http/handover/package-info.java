/**
 * The hand-over of a request from the event loop to a worker, as a job of its root span. Imports {@code http.root} and
 * {@code recording}.
 */
package io.steptrace.runtime.internal.http.handover;
