package io.steptrace.runtime.internal.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.steptrace.runtime.internal.sampling.SpanFacts;

/** A trace on its way, and what the sampler has decided on it; guarded by its owner's lock until it is drawn. */
final class PendingTrace {

    private final int maxSpans;
    private final List<SpanData> spans = new ArrayList<>();
    private int open;
    private int left;
    private String keptFor;
    private boolean isDropped;

    /** @param maxSpans spans beyond are only counted */
    PendingTrace(int maxSpans) {
        this.maxSpans = maxSpans;
    }

    void started() {
        open++;
    }

    /** Whether all spans that have started have ended by now. */
    boolean ended(SpanData span) {
        open--;
        if (spans.size() < maxSpans) {
            spans.add(span);
        } else {
            left++;
        }
        // as long as the root is open something is, so this is the end of the root or of work it left behind
        return open <= 0;
    }

    /** What is kept stays kept. {@code reason} says why; {@code null} if the trace is dropped. */
    void decided(String reason) {
        if (reason != null) {
            keptFor = reason;
        }
        isDropped = keptFor == null;
    }

    boolean isEmpty() {
        return spans.isEmpty();
    }

    /** The tree; {@code null} if the filter leaves it out. */
    String draw(TraceFilter filter) {
        TraceTree tree = new TraceTree(spans);
        if (!filter.shows(tree, isDropped)) {
            return null;
        }
        String text = tree.draw(mark());
        text = open > 0 ? text + "\n(" + open + " spans have not ended yet)" : text;
        return left > 0 ? text + "\n(" + left + " more spans)" : text;
    }

    /** Nothing where the sampler of Steptrace has no part in it. */
    private String mark() {
        String reason = keptFor != null ? keptFor
                : spans.stream().map(SpanFacts::samplingReason).filter(Objects::nonNull).findFirst().orElse(null);
        if (reason != null) {
            return "kept (" + reason + ")";
        }
        if (isDropped) {
            return "dropped";
        }
        return spans.get(0).getSpanContext().isSampled() ? "" : "undecided";
    }
}
