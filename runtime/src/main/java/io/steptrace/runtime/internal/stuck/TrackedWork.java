package io.steptrace.runtime.internal.stuck;

import io.opentelemetry.sdk.trace.ReadableSpan;
import io.steptrace.runtime.internal.trace.TraceAssembler;

/** Work that was seen to be stuck, until it ends, and when it is to be said again; confined to the thread of the witness. */
final class TrackedWork {

    private final long afterNanos;
    private final long begunNanos;
    private Sighting latest;
    private boolean isSeenNow;
    /** The innermost span when it was said last; {@code null} before the first time. */
    private String saidOf;
    /** The name it was said by; likewise. */
    private String saidAs;
    private long dueAgeNanos;

    TrackedWork(Sighting first, long afterNanos, long nowNanos) {
        this.afterNanos = afterNanos;
        this.begunNanos = nowNanos - first.ageNanos();
        seen(first);
    }

    void seen(Sighting sighting) {
        latest = sighting;
        isSeenNow = true;
    }

    /** A look is over. It is seen anew in the next, or no thread is known of it any longer. */
    void forgetThread() {
        if (!isSeenNow) {
            latest = new Sighting(latest.subject(), latest.isRoot(), latest.ageNanos(), null, null, null, null);
        }
        isSeenNow = false;
    }

    Sighting latest() {
        return latest;
    }

    boolean hasThread() {
        return latest.running() != null;
    }

    long ageNanos(long nowNanos) {
        return nowNanos - begunNanos;
    }

    /** How long it took in the end. */
    long tookNanos(long nowNanos) {
        ReadableSpan subject = latest.subject();
        return subject.hasEnded() ? Math.min(subject.getLatencyNanos(), ageNanos(nowNanos)) : ageNanos(nowNanos);
    }

    /** Whether it has ended, or is being answered. */
    boolean isOver(TraceAssembler assembler) {
        ReadableSpan subject = latest.subject();
        return subject.hasEnded()
                || latest.isRoot() && (assembler == null || assembler.openRootOf(subject.getSpanContext()) == null);
    }

    /**
     * Whether it is to be said: the first time, when another step within has been running for too long, and whenever its age
     * has doubled. Work without a thread stays where it is, which is said once.
     */
    boolean isDue(long nowNanos) {
        if (!isSaid()) {
            return true;
        }
        if (!hasThread()) {
            return false;
        }
        boolean isOtherStep = latest.innermostAgeNanos() >= afterNanos && !latest.innermostId().equals(saidOf);
        return isOtherStep || agedNanos(nowNanos) >= dueAgeNanos;
    }

    boolean isSaid() {
        return saidOf != null;
    }

    /** One name throughout: the one it was said by first, whatever its span is called by now. */
    String name() {
        return saidAs == null ? latest.subjectName() : saidAs;
    }

    void said(long nowNanos) {
        saidAs = name();
        saidOf = latest.innermostId();
        dueAgeNanos = afterNanos;
        while (dueAgeNanos <= agedNanos(nowNanos) && dueAgeNanos < Long.MAX_VALUE / 2) {
            dueAgeNanos *= 2;
        }
    }

    /** The age of what is stuck: of the innermost step, unless it has just begun. */
    private long agedNanos(long nowNanos) {
        return latest.innermostAgeNanos() >= afterNanos ? latest.innermostAgeNanos() : ageNanos(nowNanos);
    }
}
