/**
 * Running steps, effects and continuations and their spans, with the events of attempts, needs and slots. Imports
 * {@code recording}, {@code trace}, {@code failure} and {@code telemetry}.
 * <p>
 * Any thread may record anything of a work at any time. From the outside in, this is what holds them apart; each of these may
 * be taken within those above it, and none within one below:
 *
 * <pre>
 * Work          ended, late               one CAS each: the first end ends it, the first need makes its LateJob
 *   |           returnsByNeed, hasRendered  volatile: set by the code of the work, read by its end
 *   v
 * LateJob       RecordingLock             the order of events: held while facts are written, across span processors,
 *   |                                     which may block or record something themselves, because it is reentrant
 *   |           recording                 volatile: set under the lock, or before the work is published; a refusal of
 *   |                                     the queue empties it
 *   v
 * JobRecording  the same lock             with all it has: WaitWriter, EventSequence, QueueEntry
 *   v
 * LocalTrace    its monitor               made once: one pair of clocks for the trace
 * JobTimeline   its monitor               the order of time: held for a few instructions, which read the clock and call
 *                                         nothing else, so that parking waits for no processor
 * </pre>
 */
package io.steptrace.runtime.internal.work;
