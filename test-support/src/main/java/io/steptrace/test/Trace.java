package io.steptrace.test;

import java.util.List;
import java.util.Optional;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.steptrace.test.internal.drawing.ShortDrawing;
import io.steptrace.test.internal.spans.FoldedWaits;
import io.steptrace.test.internal.spans.SpanTree;

/** The finished spans of one trace, ordered by start; immutable. */
public final class Trace {

    private final SpanTree tree;

    Trace(SpanTree tree) {
        this.tree = tree;
    }

    /** The trace of spans that a test got by other means: all of one trace, at least one. */
    public static Trace of(List<SpanData> spans) {
        return new Trace(new SpanTree(spans));
    }

    /** The span everything began with. */
    public SpanData root() {
        return tree.roots().get(0);
    }

    /** All spans, those of waits among them. */
    public List<SpanData> spans() {
        return tree.spans();
    }

    /** The first span of that name; empty if there is none. */
    public Optional<SpanData> find(String name) {
        return named(name).stream().findFirst();
    }

    /** The spans of that name, possibly none. */
    public List<SpanData> named(String name) {
        return tree.where(span -> span.getName().equals(name));
    }

    /** The one span of that name; fails if there is none, or another one. */
    public SpanData only(String name) {
        List<SpanData> named = named(name);
        if (named.size() != 1) {
            throw new AssertionError("expected one span " + name + ", but there are " + named.size() + " in\n\n" + drawn());
        }
        return named.get(0);
    }

    /** The spans directly below a span. */
    public List<SpanData> childrenOf(SpanData parent) {
        return tree.childrenOf(parent);
    }

    /** The waits that the application did not mark, each a span below the one that waited. */
    public List<SpanData> detectedWaits() {
        return tree.where(FoldedWaits::isDetected);
    }

    /** Where the time of the trace went; empty if its root does not say. */
    public Optional<Verdict> verdict() {
        return Verdict.on(root());
    }

    /** A line a span, and a line feed after each: what {@link TraceAssert#isDrawnAs} compares with. */
    public String drawn() {
        return ShortDrawing.of(tree).toString();
    }

    SpanTree tree() {
        return tree;
    }

    @Override
    public String toString() {
        return drawn();
    }
}
