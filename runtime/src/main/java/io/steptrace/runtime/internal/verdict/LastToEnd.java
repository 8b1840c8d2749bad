package io.steptrace.runtime.internal.verdict;

/**
 * What ends last of all that is open at an instant. It is enough to remember the last to end of all that has begun: once that
 * has ended, so have the rest.
 */
final class LastToEnd {

    /** In ascending order of how much each says, if they end together. */
    private enum Kind {
        PLACE,
        CALL,
        NAMED_WAIT
    }

    private record Open(String what, Kind kind, long endNanos) {

        private static final Open NOTHING = new Open(null, Kind.PLACE, Long.MIN_VALUE);

        private Open orLater(Open another) {
            return endsBefore(another) ? another : this;
        }

        /** By end, then by how much each says, and at last by the words, so that the order of the facts does not matter. */
        private boolean endsBefore(Open another) {
            if (this == NOTHING || endNanos != another.endNanos) {
                return this == NOTHING || endNanos < another.endNanos;
            }
            return kind != another.kind ? kind.compareTo(another.kind) < 0 : what.compareTo(another.what) > 0;
        }

        private boolean isOpenAt(long nanos) {
            return nanos < endNanos;
        }
    }

    private Open last = Open.NOTHING;
    private Open lastCall = Open.NOTHING;

    void add(KnownWait wait) {
        last = last.orLater(new Open(wait.what(), wait.isNamed() ? Kind.NAMED_WAIT : Kind.PLACE, wait.endNanos()));
    }

    void add(Call call) {
        Open open = new Open(call.what(), Kind.CALL, call.endNanos());
        last = last.orLater(open);
        lastCall = lastCall.orLater(open);
    }

    /**
     * What a wait at this instant is for; {@code null} if nothing is open. Instants may only be asked for in ascending order.
     */
    String whatAt(long nanos) {
        Open found = last.kind() == Kind.PLACE && lastCall.isOpenAt(nanos) ? lastCall : last;
        return found.isOpenAt(nanos) ? found.what() : null;
    }
}
