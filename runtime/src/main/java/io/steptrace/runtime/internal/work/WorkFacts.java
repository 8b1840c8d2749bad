package io.steptrace.runtime.internal.work;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.steptrace.RenderPhase;
import io.steptrace.runtime.internal.telemetry.BrokenTelemetry;
import io.steptrace.runtime.internal.telemetry.PayloadSize;
import io.steptrace.runtime.internal.text.BoundedText;
import io.steptrace.runtime.internal.work.NeedPlace.Terms;

/** What can be told of a running step or effect beside its job; thread-safe, and without effect once the work has ended. */
public final class WorkFacts {

    private static final double NANOS_PER_MILLI = 1_000_000.0;

    private final Work work;

    WorkFacts(Work work) {
        this.work = work;
    }

    /** Another attempt begins; of one work {@value Work#MAX_RETRY_EVENTS} are told. */
    public void retried(int attempt, String reason, Duration backoff) {
        if (!work.mayTellRetry()) {
            return;
        }
        BrokenTelemetry.guard(() -> work.telemetry().measurements().retried(work.context()));
        double backoffMillis = millis(Math.max(0, TimeUnit.NANOSECONDS.convert(backoff)));
        work.tell(at -> events().retry(work.span(), at, attempt, BoundedText.name(reason), backoffMillis));
    }

    /** An attempt, counted from 1, has taken too long; of one work not more are told than retries. */
    public void attemptTimedOut(int attempt) {
        if (mayTell(attempt)) {
            work.tell(at -> events().attemptTimedOut(work.span(), at));
        }
    }

    /** An attempt, counted from 1, was refused for this reason; of one work not more are told than retries. */
    public void attemptRefused(int attempt, String reason) {
        if (mayTell(attempt)) {
            work.tell(at -> events().attemptRefused(work.span(), at, BoundedText.name(reason)));
        }
    }

    /** Something else answers in place of the work. */
    public void fellBack() {
        work.tell(at -> events().fallback(work.span(), at));
    }

    /** A result is put into a slot. */
    public void slotWritten(String slot, Object value) {
        BrokenTelemetry.guard(() -> slotWritten(slot, PayloadSize.bytesOf(value)));
    }

    /** A value of so many bytes is put into a slot; negative if the size is unknown. */
    public void slotWritten(String slot, long sizeBytes) {
        work.tell(at -> events().slotWritten(work.span(), at, BoundedText.name(slot), sizeBytes));
    }

    /** Something of so many bytes was rendered; negative if the size is unknown. */
    public void rendered(RenderPhase phase, long sizeBytes) {
        work.saysWhatItRendered();
        BrokenTelemetry.guard(() -> RenderAttributes.write(work.span(), phase, sizeBytes));
    }

    /** The work asks for so many effects at a time. */
    public void needRequested(int effects, Terms terms) {
        work.tell(at -> events().needRequested(work.span(), at, effects, terms));
    }

    /** A need has got what it waits for, and its continuation follows. */
    public void needJoined(int completed, int failed, Duration duration) {
        work.returnsByNeed();
        double durationMillis = millis(duration.toNanos());
        work.tell(at -> events().needJoined(work.span(), at, completed, failed, durationMillis));
    }

    private static boolean mayTell(int attempt) {
        return attempt <= Work.MAX_RETRY_EVENTS + 1;
    }

    private WorkEvents events() {
        return work.events();
    }

    private static double millis(long nanos) {
        return nanos / NANOS_PER_MILLI;
    }
}
