package io.steptrace.runtime.internal.verdict;

/**
 * What ends last of all that is open at an instant. It is enough to remember the last to end of all that has begun: once that
 * has ended, so have the rest.
 */
final class LastToEnd {

    /** In ascending order of how much each says, if they end together. */
    private enum Rank {
        PLACE,
        CALL,
        NAMED_WAIT
    }

    record Open(String what, Rank rank, Passage.Kind kind, long endNanos) {

        private static final Open NOTHING = new Open(null, Rank.PLACE, Passage.Kind.UNKNOWN, Long.MIN_VALUE);

        private Open orLater(Open another) {
            return endsBefore(another) ? another : this;
        }

        /** By end, then by how much each says, and at last by the words, so that the order of the facts does not matter. */
        private boolean endsBefore(Open another) {
            if (this == NOTHING || endNanos != another.endNanos) {
                return this == NOTHING || endNanos < another.endNanos;
            }
            if (rank != another.rank) {
                return rank.compareTo(another.rank) < 0;
            }
            int byWords = what.compareTo(another.what);
            return byWords != 0 ? byWords > 0 : kind.compareTo(another.kind) < 0;
        }

        private boolean isOpenAt(long nanos) {
            return nanos < endNanos;
        }
    }

    private Open last = Open.NOTHING;
    private Open lastCall = Open.NOTHING;

    void add(KnownWait wait) {
        Passage.Kind kind = wait.kind() == KnownWait.Kind.QUEUE ? Passage.Kind.QUEUE : Passage.Kind.PARK;
        last = last.orLater(new Open(wait.what(), wait.isNamed() ? Rank.NAMED_WAIT : Rank.PLACE, kind, wait.endNanos()));
    }

    void add(Call call) {
        Open open = new Open(call.what(), Rank.CALL, Passage.Kind.CALL, call.endNanos());
        last = last.orLater(open);
        lastCall = lastCall.orLater(open);
    }

    /**
     * What a wait at this instant is for; {@code null} if nothing is open. Instants may only be asked for in ascending order.
     */
    Open at(long nanos) {
        Open found = last.rank() == Rank.PLACE && lastCall.isOpenAt(nanos) ? lastCall : last;
        return found.isOpenAt(nanos) ? found : null;
    }
}
