package io.steptrace.runtime.internal.stuck;

import java.util.List;

/** What was stuck when the {@link Witness} looked last, for others to read; thread-safe. */
public final class StuckWorks {

    private volatile Seen seen = new Seen(List.of(), 0);

    /** At most {@link Witness#MAX_TRACKED} of them, the first that were seen first. */
    public List<StuckWork> list() {
        return seen.works;
    }

    /** How many there are, those beyond the list included. */
    public int count() {
        return seen.works.size() + seen.more;
    }

    void are(List<StuckWork> works, int more) {
        seen = new Seen(works, more);
    }

    private record Seen(List<StuckWork> works, int more) {
    }
}
