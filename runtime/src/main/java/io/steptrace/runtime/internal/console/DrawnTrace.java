package io.steptrace.runtime.internal.console;

import java.util.List;
import java.util.Objects;

import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.steptrace.runtime.internal.telemetry.AttributeKeys;
import io.steptrace.runtime.internal.trace.TraceDecision;
import io.steptrace.runtime.internal.trace.TraceView;
import io.steptrace.runtime.internal.trace.ledger.TraceVerdict;

/** A local trace as the console shows it; immutable. */
public final class DrawnTrace {

    private final List<SpanData> spans;
    private final TraceTree tree;
    private final TraceDecision decision;
    private final int openSpans;
    private final int surplusSpans;

    private DrawnTrace(List<SpanData> spans, TraceTree tree, TraceDecision decision, int openSpans, int surplusSpans) {
        this.spans = spans;
        this.tree = tree;
        this.decision = decision;
        this.openSpans = openSpans;
        this.surplusSpans = surplusSpans;
    }

    /** @param known a trace with at least one ended span, of which all is known */
    public static DrawnTrace of(TraceView known) {
        return of(known.decision(), known.spans(), known.times().verdicts(known.ended()), known.openSpans(),
                known.surplusSpans());
    }

    /**
     * @param decision {@code null} if the trace is not known
     * @param ended at least one span
     * @param verdicts on these spans; {@code null} if there are none
     */
    static DrawnTrace of(TraceDecision decision, List<ReadableSpan> ended, TraceVerdict verdicts, int openSpans,
            int surplusSpans) {
        List<SpanData> spans = ended.stream().map(ReadableSpan::toSpanData).toList();
        return new DrawnTrace(spans, new TraceTree(spans, verdicts), decision, openSpans, surplusSpans);
    }

    boolean isShownBy(TraceFilter filter) {
        return filter.shows(tree, isDropped());
    }

    private boolean isDropped() {
        return decision != null && decision.isDropped();
    }

    /** Lines without a trailing line break; to be asked for once. */
    public String text() {
        String text = tree.draw(mark());
        text = openSpans > 0 ? text + "\n(" + openSpans + " spans have not ended yet)" : text;
        return surplusSpans > 0 ? text + "\n(" + surplusSpans + " more spans)" : text;
    }

    /** Empty where the sampler of Steptrace has no part in it. */
    private String mark() {
        String reason = decision != null && decision.keptFor() != null ? decision.keptFor()
                : spans.stream().map(span -> span.getAttributes().get(AttributeKeys.SAMPLING_REASON)).filter(Objects::nonNull)
                        .findFirst().orElse(null);
        if (reason != null) {
            return "kept (" + reason + ")";
        }
        if (isDropped()) {
            return "dropped";
        }
        return spans.get(0).getSpanContext().isSampled() ? "" : "undecided";
    }
}
