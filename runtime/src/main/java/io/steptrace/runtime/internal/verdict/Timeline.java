package io.steptrace.runtime.internal.verdict;

import java.util.ArrayList;
import java.util.List;

/** What a time was spent on, one after the other, of which the {@link Verdict} is the sum. */
public final class Timeline implements Account {

    private final List<Passage> passages = new ArrayList<>();

    private Timeline() {
    }

    /** What a time was spent on, without gap or overlap and in their order; the same as {@link Verdict#of} sums up. */
    public static List<Passage> of(long beginNanos, long endNanos, List<Stretch> stretches, List<KnownWait> waits,
            List<Call> calls) {
        Timeline timeline = new Timeline();
        Sweep.over(beginNanos, endNanos, stretches, waits, calls, timeline);
        return List.copyOf(timeline.passages);
    }

    @Override
    public void add(Passage.Kind kind, String what, long fromNanos, long untilNanos) {
        int last = passages.size() - 1;
        if (last >= 0 && passages.get(last).isContinuedBy(kind, what)) {
            passages.set(last, passages.get(last).until(untilNanos));
        } else {
            passages.add(new Passage(kind, what, fromNanos, untilNanos));
        }
    }
}
