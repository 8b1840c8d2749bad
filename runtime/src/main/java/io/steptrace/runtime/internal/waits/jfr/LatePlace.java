package io.steptrace.runtime.internal.waits.jfr;

import java.time.Duration;
import java.time.Instant;

import io.steptrace.runtime.internal.waits.CodePlace;
import io.steptrace.runtime.internal.waits.WaitPlace;
import jdk.jfr.consumer.RecordedEvent;

/** The place of a wait whose event came without a stack, which knows its event again; thread-safe. */
final class LatePlace implements WaitPlace {

    /** The JDK reads its clock anew when a chunk ends. Waits of a thread begin a millisecond apart at least. */
    private static final long SAME_NANOS = 500_000;

    private final String event;
    private final long threadId;
    private final Instant startTime;
    private final Instant endTime;
    private volatile CodePlace code = CodePlace.UNKNOWN;

    LatePlace(RecordedEvent event) {
        this.event = event.getEventType().getName();
        this.threadId = threadId(event);
        this.startTime = event.getStartTime();
        this.endTime = event.getEndTime();
    }

    @Override
    public CodePlace code() {
        return code;
    }

    void is(CodePlace place) {
        code = place;
    }

    /** Whether an event is the one of this wait. */
    boolean isOf(RecordedEvent same) {
        return same.getEventType().getName().equals(event) && threadId(same) == threadId
                && Duration.between(startTime, same.getStartTime()).abs().toNanos() < SAME_NANOS;
    }

    Instant endTime() {
        return endTime;
    }

    private static long threadId(RecordedEvent event) {
        return event.getThread() == null ? 0 : event.getThread().getJavaThreadId();
    }
}
