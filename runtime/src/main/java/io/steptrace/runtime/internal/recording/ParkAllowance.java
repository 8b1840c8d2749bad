package io.steptrace.runtime.internal.recording;

/** How many more parks of one job may be recorded one by one; guarded by the lock of the job. */
public final class ParkAllowance {

    /** The span's own limit of 128 events must leave room for the application's. */
    public static final int MAX_EVENTS = 32;
    static final int MAX_SPANS = 64;

    private int events;
    private int spans;

    /** Whether another park may be a span; then it is counted as one. */
    boolean takesSpan() {
        boolean isOneMore = spans < MAX_SPANS;
        spans += isOneMore ? 1 : 0;
        return isOneMore;
    }

    /** Whether another park may be two events; then it is counted as them. */
    boolean takesEvent() {
        boolean isOneMore = events < MAX_EVENTS;
        events += isOneMore ? 1 : 0;
        return isOneMore;
    }
}
