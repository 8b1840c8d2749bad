package io.steptrace.runtime.internal.span;

import java.lang.ref.WeakReference;

/**
 * The last few failures of a trace, so that an exception is told once while it bubbles through enclosing work. Several
 * bubble at a time where effects fail in parallel. Thread-safe; keeps no exception alive.
 */
final class SeenFailures {

    private static final int CAPACITY = 8;

    private final Ring recorded = new Ring();
    private final Ring optional = new Ring();

    /** Whether this failure has not been recorded before; from now on it has. */
    synchronized boolean isFirstSightOf(Throwable failure) {
        return !recorded.contains(failure) && recorded.add(failure);
    }

    /** The failure is that of an optional effect. */
    synchronized void addOptional(Throwable failure) {
        optional.add(failure);
    }

    /** Whether the failure came from an optional effect. */
    synchronized boolean isOptional(Throwable failure) {
        return optional.contains(failure);
    }

    /** References by identity; the oldest gives way. */
    private static final class Ring {

        private WeakReference<Throwable>[] references;
        private int next;

        boolean contains(Throwable failure) {
            if (references != null) {
                for (WeakReference<Throwable> reference : references) {
                    if (reference != null && reference.refersTo(failure)) {
                        return true;
                    }
                }
            }
            return false;
        }

        @SuppressWarnings("unchecked")
        boolean add(Throwable failure) {
            if (references == null) {
                references = new WeakReference[CAPACITY];
            }
            references[next++ % CAPACITY] = new WeakReference<>(failure);
            return true;
        }
    }
}
