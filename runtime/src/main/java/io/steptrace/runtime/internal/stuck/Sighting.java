package io.steptrace.runtime.internal.stuck;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.steptrace.runtime.internal.context.RunningThread;
import io.steptrace.runtime.internal.telemetry.AttributeKeys;
import io.steptrace.runtime.internal.text.BoundedText;
import io.steptrace.runtime.internal.trace.OpenRoot;
import io.steptrace.runtime.internal.trace.TraceAssembler;
import io.steptrace.runtime.internal.work.Work;

/**
 * What was seen of one local trace in one look; immutable.
 *
 * @param subject what is said to be stuck: the root of the trace, or without one the innermost step
 * @param isRoot which of both it is
 * @param ageNanos how long it has been running
 * @param running the thread that runs its code; {@code null} for none that is known
 * @param seen what that thread ran; {@code null} for none
 * @param work the innermost step or effect there; {@code null} for none that has not ended
 * @param innermost its span, or the current one without it; {@code null} for none that has not ended
 */
record Sighting(ReadableSpan subject, boolean isRoot, long ageNanos, RunningThread running, Context seen, Work work,
        ReadableSpan innermost) {

    /**
     * What has been running for so long, one of each local trace, those with a thread first.
     *
     * @param assembler {@code null} as long as there is none
     */
    static Map<ReadableSpan, Sighting> each(long olderThanNanos, TraceAssembler assembler) {
        Map<ReadableSpan, Sighting> seen = new LinkedHashMap<>();
        RunningThread.all().map(running -> of(running, assembler)).filter(Objects::nonNull)
                .filter(sighting -> sighting.ageNanos() >= olderThanNanos)
                .forEach(sighting -> seen.merge(sighting.subject(), sighting, Sighting::orOlder));
        if (assembler != null) {
            assembler.forEachOpenRoot(olderThanNanos, root -> seen.computeIfAbsent(root.span(), span -> of(root)));
        }
        return seen;
    }

    /** That of a root of which no thread is known. */
    static Sighting of(OpenRoot root) {
        return new Sighting(root.span(), true, root.ageNanos(), null, null, null, null);
    }

    /** What a thread runs; {@code null} if that is nothing, or not recorded. */
    static Sighting of(RunningThread running, TraceAssembler assembler) {
        Context seen = running.current();
        if (seen == null) {
            return null;
        }
        Work around = Work.in(seen);
        Span span = Span.fromContext(around == null ? seen : around.context());
        ReadableSpan innermost = span instanceof ReadableSpan readable && !readable.hasEnded() ? readable : null;
        Work work = innermost == null ? null : around;
        OpenRoot root = assembler == null ? null : assembler.openRootOf(span.getSpanContext());
        if (root != null) {
            return new Sighting(root.span(), true, root.ageNanos(), running, seen, work, innermost);
        }
        // a root that has been answered may take its time, a step may not
        return work == null ? null
                : new Sighting(innermost, false, innermost.getLatencyNanos(), running, seen, work, innermost);
    }

    /** Of two threads that run code of the same trace, the one whose innermost step is older. */
    Sighting orOlder(Sighting other) {
        return other.innermostAgeNanos() > innermostAgeNanos() ? other : this;
    }

    /** At most that of the subject: a span may have begun where its work had waited before, outside of this process. */
    long innermostAgeNanos() {
        return innermost == null ? 0 : Math.min(innermost.getLatencyNanos(), ageNanos);
    }

    /** The id of the innermost span; empty for none. */
    String innermostId() {
        return innermost == null ? "" : innermost.getSpanContext().getSpanId();
    }

    /** Whether the subject is a request that this process serves. */
    boolean isRequest() {
        return subject.getKind() == SpanKind.SERVER;
    }

    boolean isInStep() {
        return Work.in(seen) != null;
    }

    /** Whether the thread still runs what it was seen at. */
    boolean isStillSo() {
        return running.current() == seen;
    }

    /** The name of the innermost span; {@code null} if there is none beside the subject. */
    String stepName() {
        return innermost == null || innermost == subject ? null : innermost.getName();
    }

    /**
     * The name of the subject. That of a request gets its route at its end only: until then it is the path, if nothing more.
     */
    String subjectName() {
        String name = subject.getName();
        if (!isRequest() || name.indexOf('/') >= 0) {
            return name;
        }
        String route = work == null ? "" : work.trace().route();
        String path = route.startsWith("/") ? route : subject.getAttribute(AttributeKeys.URL_PATH);
        return path == null ? name : BoundedText.name(name + ' ' + path);
    }
}
