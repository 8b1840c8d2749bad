package io.steptrace.runtime.internal.waits.jfr;

import java.util.concurrent.TimeUnit;

/**
 * Whether parked threads are worth their events. Idle threads of pools park too, many a second under load, and the JDK cannot
 * leave them out: while nearly none of the events belongs to work, they are switched off, until some work has taken time that
 * no other event explains. Used by the thread of the stream, but for {@link #unexplained()}.
 */
final class ParkArming {

    private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long MAX_USELESS_A_SECOND = 200;
    private static final long USELESS_TO_A_USEFUL_ONE = 1000;
    private static final long BUSY_NANOS = 3 * SECOND_NANOS;
    /** How long the events stay on when they were wanted: so they are not switched more often than twice in this time. */
    private static final long WANTED_NANOS = 30 * SECOND_NANOS;
    /** The end of a chunk calls in between: what is shorter counts with the next. */
    private static final long MIN_WINDOW_NANOS = SECOND_NANOS / 2;

    private volatile boolean isWanted;

    private boolean isArmed = true;
    private long wantedNanos;
    private long windowNanos;
    private final Tally window = new Tally();
    private final Tally busy = new Tally();
    private long busyNanos;

    ParkArming(long nowNanos) {
        windowNanos = nowNanos;
        wantedNanos = nowNanos - WANTED_NANOS;
    }

    /** Some work has taken at least as long as the threshold, and no event says why. Cheap; called by any thread. */
    void unexplained() {
        isWanted = true;
    }

    /** A thread has parked, as part of work or not. */
    void parked(boolean isWork) {
        window.count(isWork);
    }

    /** Decides anew, about once a second: whether the events are to be on. */
    boolean isArmed(long nowNanos) {
        if (isWanted) {
            isWanted = false;
            isArmed = true;
            wantedNanos = nowNanos;
        }
        long elapsedNanos = nowNanos - windowNanos;
        if (elapsedNanos >= MIN_WINDOW_NANOS) {
            windowNanos = nowNanos;
            endWindow(elapsedNanos);
            if (busyNanos >= BUSY_NANOS && busy.isUseless() && nowNanos - wantedNanos >= WANTED_NANOS) {
                isArmed = false;
            }
        }
        return isArmed;
    }

    private void endWindow(long elapsedNanos) {
        if (window.useless * SECOND_NANOS > MAX_USELESS_A_SECOND * elapsedNanos) {
            busyNanos += elapsedNanos;
            busy.add(window);
        } else {
            busyNanos = 0;
            busy.clear();
        }
        window.clear();
    }

    private static final class Tally {

        private long useful;
        private long useless;

        void count(boolean isUseful) {
            if (isUseful) {
                useful++;
            } else {
                useless++;
            }
        }

        void add(Tally other) {
            useful += other.useful;
            useless += other.useless;
        }

        void clear() {
            useful = 0;
            useless = 0;
        }

        boolean isUseless() {
            return useful * USELESS_TO_A_USEFUL_ONE < useless;
        }
    }
}
