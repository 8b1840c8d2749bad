package io.steptrace.runtime.internal.verdict;

import java.util.Comparator;

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

        private static final Comparator<Open> BY_END = Comparator.comparingLong(Open::endNanos).thenComparing(Open::kind)
                .thenComparing(Open::what, Comparator.reverseOrder());

        private static final Open NOTHING = new Open(null, Kind.PLACE, Long.MIN_VALUE);

        private Open orLater(Open another) {
            return this == NOTHING || BY_END.compare(this, another) < 0 ? another : this;
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
