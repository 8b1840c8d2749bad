package io.steptrace.runtime.internal.failure;

import java.lang.ref.WeakReference;

import io.steptrace.runtime.internal.text.PrintedFailure;

/**
 * The last few failures of a trace, so that an exception is recorded once while it bubbles through enclosing work, and is asked
 * once what it says: that is code of the application, which may be slow, or fail. Several bubble at a time where effects fail
 * in parallel. Thread-safe; keeps no exception alive.
 */
public final class SeenFailures {

    private static final int CAPACITY = 8;
    /** With what a printed failure has been caused by. */
    private static final int MESSAGES = 32;

    private final Ring recorded = new Ring(CAPACITY);
    private final Ring optional = new Ring(CAPACITY);
    private final Ring messages = new Ring(MESSAGES);

    /** Whether this failure has not been recorded before; from now on it has. */
    synchronized boolean isFirstSightOf(Throwable failure) {
        if (recorded.find(failure) != null) {
            return false;
        }
        recorded.add(new Seen(failure, null));
        return true;
    }

    /** The failure is that of an optional effect. */
    synchronized void addOptional(Throwable failure) {
        optional.add(new Seen(failure, null));
    }

    /** Whether the failure came from an optional effect. */
    synchronized boolean isOptional(Throwable failure) {
        return optional.find(failure) != null;
    }

    /** What the failure says, bounded; {@code null} if that is nothing, or it fails to. */
    String messageOf(Throwable failure) {
        Seen seen = seen(failure);
        if (seen != null) {
            return seen.message;
        }
        // not under the lock: this is code of the application
        String message = PrintedFailure.messageOf(failure);
        add(new Seen(failure, message));
        return message;
    }

    private synchronized Seen seen(Throwable failure) {
        return messages.find(failure);
    }

    private synchronized void add(Seen seen) {
        messages.add(seen);
    }

    /** A failure, as long as it lives, and what it has said. */
    private static final class Seen extends WeakReference<Throwable> {

        private final String message;

        Seen(Throwable failure, String message) {
            super(failure);
            this.message = message;
        }
    }

    /** Found by identity; the oldest gives way. */
    private static final class Ring {

        private final int capacity;
        private Seen[] all;
        private int next;

        Ring(int capacity) {
            this.capacity = capacity;
        }

        Seen find(Throwable failure) {
            if (all != null) {
                for (Seen seen : all) {
                    if (seen != null && seen.refersTo(failure)) {
                        return seen;
                    }
                }
            }
            return null;
        }

        void add(Seen seen) {
            if (all == null) {
                all = new Seen[capacity];
            }
            all[next++ % capacity] = seen;
        }
    }
}
