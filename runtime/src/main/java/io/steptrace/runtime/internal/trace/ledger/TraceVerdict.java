package io.steptrace.runtime.internal.trace.ledger;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.steptrace.runtime.internal.telemetry.AttributeKeys;
import io.steptrace.runtime.internal.telemetry.SpanNames;
import io.steptrace.runtime.internal.time.Millis;
import io.steptrace.runtime.internal.trace.ledger.TraceLedger.Kind;
import io.steptrace.runtime.internal.trace.ledger.TraceLedger.SpanStretch;
import io.steptrace.runtime.internal.trace.ledger.TraceLedger.SpanTask;
import io.steptrace.runtime.internal.trace.ledger.TraceLedger.SpanWait;
import io.steptrace.runtime.internal.verdict.Call;
import io.steptrace.runtime.internal.verdict.KnownWait;
import io.steptrace.runtime.internal.verdict.Stretch;
import io.steptrace.runtime.internal.verdict.Verdict;

/**
 * Judges a trace, or a part of one, by its spans and its ledger. The code of a step or an effect ran on the thread that ended
 * it, unless the ledger says otherwise; so did a root that began there. Immutable.
 */
public final class TraceVerdict {

    private final List<SpanData> spans;
    private final EndedSpans ended;
    private final Map<String, List<SpanStretch>> stretches;
    private final List<SpanTask> tasks;
    private final List<SpanWait> waits;
    private final String rootId;
    private final long rootThreadId;

    /**
     * @param spans the spans of the trace, in the order of {@code ended}
     * @param rootId the id of the first root
     * @param rootThreadId the thread on which that started, if its code may have run there to its end; else 0
     */
    public TraceVerdict(List<SpanData> spans, EndedSpans ended, TraceLedger ledger, String rootId, long rootThreadId) {
        this.spans = spans;
        this.ended = ended;
        this.stretches = ledger.stretches().stream().collect(Collectors.groupingBy(SpanStretch::spanId));
        this.tasks = ledger.tasks();
        this.waits = ledger.waits();
        this.rootId = rootId;
        this.rootThreadId = rootThreadId;
    }

    /** The first root; {@code null} if it has not ended. */
    public SpanData root() {
        return spans.stream().filter(span -> span.getSpanId().equals(rootId)).findFirst().orElse(null);
    }

    /** The whole trace, from the begin of this span to its end. */
    public Verdict of(SpanData root) {
        return judge(root, id -> true);
    }

    /** A span with all below it. */
    public Verdict below(SpanData top) {
        Set<String> below = new HashSet<>(Set.of(top.getSpanId()));
        // a span ends after those below it, or is found in another round
        for (int known = 0; known < below.size();) {
            known = below.size();
            spans.stream().filter(span -> below.contains(span.getParentSpanId())).forEach(span -> below.add(span.getSpanId()));
        }
        return judge(top, below::contains);
    }

    private Verdict judge(SpanData top, Predicate<String> isPart) {
        List<Stretch> ran = new ArrayList<>();
        List<Call> calls = new ArrayList<>();
        for (int number = 0; number < spans.size(); number++) {
            SpanData span = spans.get(number);
            if (isPart.test(span.getSpanId())) {
                addTo(ran, span, ended.threadId(number));
                addTo(calls, span);
            }
        }
        tasks.stream().filter(task -> isPart.test(task.spanId())).map(SpanTask::stretch).forEach(ran::add);
        List<KnownWait> known = waits.stream().filter(waited -> isPart.test(waited.spanId())).map(SpanWait::known).toList();
        return Verdict.of(top.getStartEpochNanos(), top.getEndEpochNanos(), ran, known, calls);
    }

    private void addTo(List<Stretch> ran, SpanData span, long endThreadId) {
        List<SpanStretch> said = stretches.get(span.getSpanId());
        if (said != null) {
            said.forEach(each -> ran.add(stretch(each, span, leftQueue(span))));
        } else if (isWork(span) || span.getSpanId().equals(rootId) && endThreadId == rootThreadId) {
            ran.add(new Stretch(endThreadId, Math.max(span.getStartEpochNanos(), leftQueue(span)), span.getEndEpochNanos()));
        }
    }

    /** One that is said to last from the start of the span began behind the queue, unless it was over before that. */
    private static Stretch stretch(SpanStretch said, SpanData span, long leftQueueNanos) {
        long endNanos = said.toNanos() == Long.MAX_VALUE ? span.getEndEpochNanos()
                : span.getStartEpochNanos() + said.toNanos();
        long beginNanos = span.getStartEpochNanos() + said.fromNanos();
        return new Stretch(said.threadId(), endNanos > leftQueueNanos ? Math.max(beginNanos, leftQueueNanos) : beginNanos,
                endNanos);
    }

    /** Its code began when the work was taken from its queue. */
    private long leftQueue(SpanData span) {
        long left = Long.MIN_VALUE;
        for (SpanWait wait : waits) {
            if (wait.kind() == Kind.QUEUE && wait.spanId().equals(span.getSpanId())) {
                left = Math.max(left, wait.known().endNanos());
            }
        }
        return left;
    }

    private void addTo(List<Call> calls, SpanData span) {
        boolean isOutgoing = span.getKind() == SpanKind.CLIENT || span.getKind() == SpanKind.PRODUCER;
        if (isOutgoing && (!isOurs(span) || stretches.containsKey(span.getSpanId()))) {
            calls.add(new Call(span.getName(), span.getStartEpochNanos(), span.getEndEpochNanos()));
        }
    }

    private static boolean isWork(SpanData span) {
        return isOurs(span) && !SpanNames.isWait(span.getName());
    }

    private static boolean isOurs(SpanData span) {
        return SpanNames.SCOPE.equals(span.getInstrumentationScopeInfo().getName());
    }

    /** A verdict as attributes of the span it is on. */
    public static Attributes attributesOf(Verdict verdict) {
        AttributesBuilder attributes = Attributes.builder()
                .put(AttributeKeys.WORKING_MS, Millis.of(verdict.workingNanos()))
                .put(AttributeKeys.WAITING_MS, Millis.of(verdict.waitingNanos()))
                .put(AttributeKeys.UNKNOWN_MS, Millis.of(verdict.unknownNanos()));
        if (!verdict.waitedFor().isEmpty()) {
            attributes.put(AttributeKeys.WAITED_FOR, verdict.waitedForText());
        }
        return attributes.build();
    }
}
