/**
 * The recording of jobs on spans: the events {@code steptrace.job.*}, the attributes {@code job.*} and the promoted spans
 * {@code job.queue_wait} and {@code job.park(...)}. Imports {@code job}, {@code promotion}, {@code trace} and
 * {@code telemetry}.
 * <p>
 * An instant is kept in one place, the timeline, and its wait judged in one place, the writer:
 *
 * <pre>
 *  a span of its own: JobRecording --+                        +--> JobMeasures --> metrics
 *                                    +--> JobTimeline         |
 *                                    +--> WaitWriter ---------+--> JobEvents --> events of the span
 *  that of a submitter:              |                        |
 *          SubmitterSpanRecording ---+                        +--> PromotedSpans --> job.queue_wait, job.park(...)
 *                                                             |
 *                                                             +--> JobAttributes --> job.* (a span of its own only)
 * </pre>
 *
 * Each request has a hand-over to its thread, which waits once and parks nowhere: HandOverRecording keeps its three
 * instants without any of these, and shares what writes them.
 * <p>
 * Both are guarded by a {@code RecordingLock} they are given: that of the work or the request, or, where many tasks share the
 * span of their submitter, that of its trace.
 */
package io.steptrace.runtime.internal.recording;
