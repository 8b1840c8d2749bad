package io.steptrace.dev.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.steptrace.dev.advice.RecentJob;
import io.steptrace.dev.advice.RecentRequest;
import io.steptrace.dev.answer.SpanRow;
import io.steptrace.dev.answer.TraceDetail;
import io.steptrace.dev.answer.TraceLine;
import io.steptrace.dev.answer.Wait;
import io.steptrace.runtime.internal.console.DrawnTrace;
import io.steptrace.runtime.internal.telemetry.AttributeKeys;
import io.steptrace.runtime.internal.telemetry.SpanNames;
import io.steptrace.runtime.internal.text.BoundedText;
import io.steptrace.runtime.internal.trace.TraceView;
import io.steptrace.runtime.internal.trace.ledger.TraceVerdict;
import io.steptrace.runtime.internal.verdict.Verdict;
import io.steptrace.runtime.internal.verdict.VerdictText;
import io.steptrace.runtime.internal.verdict.WaitedFor;

/** A finished trace as the pages show it. */
public final class FinishedTrace {

    private static final Comparator<SpanData> BY_START = Comparator.comparingLong(SpanData::getStartEpochNanos)
            .thenComparing(SpanData::getName).thenComparing(SpanData::getSpanId);
    /** Beyond, waits are summed up. */
    private static final int MAX_WAITS = 10;
    private static final double NANOS_PER_MILLI = 1e6;

    private final TraceView known;
    private final List<SpanData> spans;
    private final TraceVerdict verdicts;
    private final SpanData root;

    /** @param known a trace with at least one ended span, of which all is known */
    public FinishedTrace(TraceView known) {
        this.known = known;
        this.spans = known.spans().stream().map(ReadableSpan::toSpanData).sorted(BY_START).toList();
        this.verdicts = known.times().verdicts(known.ended());
        this.root = known.root() == null ? spans.get(0) : known.root().toSpanData();
    }

    public TraceDetail detail() {
        // what was begun by a request and has outlived it is judged by its first span
        Verdict verdict = verdicts.root() != null ? verdicts.ofRoot() : verdicts.below(root.getSpanId());
        return new TraceDetail(line(verdict), VerdictText.of(verdict), DrawnTrace.of(known).text(), rows());
    }

    private TraceLine line(Verdict verdict) {
        return new TraceLine(root.getTraceId(), root.getTraceId(), BoundedText.name(RootName.of(root.getName())), status(root),
                isError(root), TimeUnit.NANOSECONDS.toMillis(spans.get(0).getStartEpochNanos()), verdict.totalNanos(),
                verdict.workingNanos(), verdict.unknownNanos(), waits(verdict.waitedFor()), spans.size(),
                known.openSpans() == 0 && known.surplusSpans() == 0);
    }

    private static String status(SpanData span) {
        Long status = span.getAttributes().get(AttributeKeys.HTTP_RESPONSE_STATUS_CODE);
        return status != null ? status.toString() : isError(span) ? "ERROR" : "";
    }

    private static boolean isError(SpanData span) {
        return span.getStatus().getStatusCode() == StatusCode.ERROR;
    }

    private static List<Wait> waits(List<WaitedFor> waitedFor) {
        List<Wait> waits = waitedFor.stream().limit(MAX_WAITS)
                .map(each -> new Wait(BoundedText.name(each.what()), each.nanos())).collect(Collectors.toList());
        if (waitedFor.size() > MAX_WAITS) {
            waits.add(new Wait((waitedFor.size() - MAX_WAITS) + " more",
                    waitedFor.stream().skip(MAX_WAITS).mapToLong(WaitedFor::nanos).sum()));
        }
        return waits;
    }

    /** What advice is made of; the line is that of the detail. */
    public RecentRequest request(TraceLine line) {
        Map<String, String> limits = new TreeMap<>();
        for (SpanData span : spans) {
            addLimit(limits, span.getAttributes());
            span.getEvents().forEach(event -> addLimit(limits, event.getAttributes()));
        }
        return new RecentRequest(line, root.getKind() == SpanKind.SERVER, limits);
    }

    private static void addLimit(Map<String, String> limits, Attributes park) {
        String token = park.get(AttributeKeys.JOB_PARK_TOKEN);
        Long max = park.get(AttributeKeys.CONCURRENCY_LIMIT_MAX);
        if (token != null && max != null) {
            limits.put(BoundedText.name(token), park.get(AttributeKeys.CONCURRENCY_LIMIT_CURRENT) + " of " + max);
        }
    }

    /** The steps and effects that went through a queue. */
    public List<RecentJob> jobs() {
        return spans.stream().filter(span -> !SpanNames.isWait(span.getName())
                && span.getAttributes().get(AttributeKeys.JOB_QUEUE) != null
                && span.getAttributes().get(AttributeKeys.JOB_QUEUE_WAIT_MS) != null).map(this::job).toList();
    }

    private RecentJob job(SpanData span) {
        Attributes attributes = span.getAttributes();
        Double dispatchMillis = attributes.get(AttributeKeys.JOB_DISPATCH_MS);
        long takenNanos = verdicts.takenNanos(span.getSpanId()) + (dispatchMillis == null ? 0 : nanos(dispatchMillis));
        return new RecentJob(attributes.get(AttributeKeys.JOB_QUEUE), span.getStartEpochNanos(),
                nanos(attributes.get(AttributeKeys.JOB_QUEUE_WAIT_MS)), takenNanos,
                Math.min(takenNanos, verdicts.below(span.getSpanId()).workingNanos()));
    }

    private static long nanos(double millis) {
        return Math.round(millis * NANOS_PER_MILLI);
    }

    private List<SpanRow> rows() {
        Map<String, List<SpanData>> children = new HashMap<>();
        Map<String, SpanData> byId = new HashMap<>();
        spans.forEach(span -> byId.put(span.getSpanId(), span));
        List<SpanRow> rows = new ArrayList<>();
        SpanRows drawn = new SpanRows(spans.get(0).getStartEpochNanos(), verdicts);
        List<SpanData> roots = new ArrayList<>();
        for (SpanData span : spans) {
            boolean hasParent = byId.containsKey(span.getParentSpanId());
            (hasParent ? children.computeIfAbsent(span.getParentSpanId(), id -> new ArrayList<>()) : roots).add(span);
        }
        roots.forEach(each -> add(rows, drawn, each, null, 0, children));
        return rows;
    }

    private static void add(List<SpanRow> rows, SpanRows drawn, SpanData span, String parentId, int depth,
            Map<String, List<SpanData>> children) {
        rows.add(drawn.row(span, parentId, depth));
        children.getOrDefault(span.getSpanId(), List.of())
                .forEach(child -> add(rows, drawn, child, span.getSpanId(), depth + 1, children));
    }
}
