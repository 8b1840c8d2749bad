package io.steptrace.runtime.internal.verdict;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the time of a trace, or of a part of one, went. The three sums are never negative and add up to its length.
 *
 * @param workingNanos a thread ran code of the trace and was not waiting
 * @param waitingNanos no thread was working, and a wait or a call was open
 * @param unknownNanos neither
 * @param waitedFor what the waiting was for, each once, the longest first; the sum is {@code waitingNanos}
 */
public record Verdict(long workingNanos, long waitingNanos, long unknownNanos, List<WaitedFor> waitedFor) {

    private static final int MOST = 3;

    /**
     * The verdict on the time from begin to end.
     * <p>
     * Waiting belongs to what ends last of all that is open then: it is what was waited for. If that wait names a place in the
     * code only and calls are open, it belongs to the call that ends last. The lists may be in any order, and what lies outside
     * of the time does not count.
     *
     * @param beginNanos in nanoseconds since the epoch
     * @param endNanos likewise; there is no time if it lies before the begin
     */
    public static Verdict of(long beginNanos, long endNanos, List<Stretch> stretches, List<KnownWait> waits,
            List<Call> calls) {
        Sums sums = new Sums();
        Sweep.over(beginNanos, endNanos, stretches, waits, calls, sums);
        return sums.verdict();
    }

    public Verdict {
        waitedFor = List.copyOf(waitedFor);
    }

    /** The whole time. */
    public long totalNanos() {
        return workingNanos + waitingNanos + unknownNanos;
    }

    /** At most three things that were waited for as {@code what=ms}, the longest first. */
    public List<String> waitedForText() {
        List<String> text = new ArrayList<>(MOST);
        mostWaitedFor().forEach(each -> text.add(each.asAttribute()));
        return text;
    }

    /** At most three, the longest first. */
    List<WaitedFor> mostWaitedFor() {
        return waitedFor.subList(0, Math.min(MOST, waitedFor.size()));
    }
}
