package io.steptrace.runtime.internal.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.steptrace.runtime.internal.sampling.HeadSampler;
import io.steptrace.runtime.internal.sampling.OwnSpans;
import io.steptrace.runtime.internal.sampling.RouteWindows;
import io.steptrace.runtime.internal.sampling.SamplerSpec;
import io.steptrace.runtime.internal.sampling.SamplingTally;
import io.steptrace.runtime.internal.sampling.TailLimits;
import io.steptrace.runtime.internal.sampling.TailSampling;
import io.steptrace.runtime.internal.sampling.TailSamplingSpanProcessor;
import io.steptrace.runtime.internal.time.TestClock;

/** The console behind a real sampler: the mark in the first line of each tree. */
class SampledConsoleTest {

    private final List<String> shown = new ArrayList<>();
    private final TestClock clock = new TestClock(0);
    private TailSamplingSpanProcessor tail;

    @Test
    void marksWhatTheTailKeepsAndWhatItDrops() {
        Tracer tracer = tracer("head:0,tail:error|slow(1h)", true);
        trace(tracer, StatusCode.UNSET);
        trace(tracer, StatusCode.ERROR);

        assertThat(marks()).containsExactly("dropped", "kept (error)");
    }

    @Test
    void leavesOutWhatTheTailDropsIfSoConfigured() {
        Tracer tracer = tracer("head:0,tail:error", false);
        trace(tracer, StatusCode.UNSET);
        trace(tracer, StatusCode.ERROR);

        assertThat(marks()).containsExactly("kept (error)");
    }

    @Test
    void marksWhatTheHeadSampled() {
        trace(tracer("head:1,tail:error", false), StatusCode.UNSET);

        assertThat(marks()).containsExactly("kept (head)");
    }

    @Test
    void knowsTheDecisionWhenWorkOutlivesTheRoot() {
        Tracer tracer = tracer("head:0,tail:error", true);
        Span kept = tracer.spanBuilder("root").setNoParent().startSpan();
        Span background = child(tracer, kept);
        kept.setStatus(StatusCode.ERROR).end();
        Span dropped = tracer.spanBuilder("root").setNoParent().startSpan();
        Span left = child(tracer, dropped);
        dropped.end();
        assertThat(shown).isEmpty();
        background.end();
        left.end();

        assertThat(marks()).containsExactly("kept (error)", "dropped");
    }

    @Test
    void knowsTheDecisionThatABoundHasForced() {
        Tracer tracer = tracer("head:0,tail:error|slow(1s)", true);
        Span slow = tracer.spanBuilder("root").setNoParent().startSpan();
        clock.advance(Duration.ofSeconds(31).toNanos());
        tail.sweep();
        slow.end();

        assertThat(marks()).containsExactly("kept (slow)");
    }

    @Test
    void marksASecondRequestOfAForeignTraceForItself() {
        Tracer tracer = tracer("head:0,tail:error", true);
        SpanContext caller = SpanContext.createFromRemoteParent("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331",
                TraceFlags.getDefault(), TraceState.getDefault());
        Context remote = Context.root().with(Span.wrap(caller));
        tracer.spanBuilder("first").setParent(remote).startSpan().setStatus(StatusCode.ERROR).end();
        tracer.spanBuilder("second").setParent(remote).startSpan().end();

        assertThat(marks()).containsExactly("kept (error)", "dropped");
    }

    @Test
    void saysSoWhereATraceIsDrawnBeforeTheDecision() {
        Tracer tracer = tracer("head:0,tail:error", false);
        child(tracer, tracer.spanBuilder("root").setNoParent().startSpan()).end();
        for (int i = 0; i < ConsoleSpanProcessor.MAX_TRACES; i++) {
            tracer.spanBuilder("another").setNoParent().startSpan();
        }

        assertThat(marks()).containsExactly("undecided");
    }

    private Tracer tracer(String expression, boolean showsDropped) {
        SamplerSpec spec = SamplerSpec.parse(expression);
        SamplingTally tally = new SamplingTally();
        OwnSpans own = new OwnSpans(10_000);
        ConsoleSpanProcessor console = new ConsoleSpanProcessor(new TraceFilter(Duration.ZERO, List.of(), showsDropped),
                Runnable::run, shown::add);
        tail = new TailSamplingSpanProcessor(
                new TailSampling(spec.tailRules(), new TailLimits(1_000, 100, 10_000, Duration.ofSeconds(30), 0),
                        RouteWindows.looking(Duration.ofMinutes(1), clock), Duration.ofMillis(5), Duration.ofMillis(5)),
                tally, own, clock, List.of(), console::decided);
        return SdkTracerProvider.builder().setSampler(new HeadSampler(spec, true, tally, own)).addSpanProcessor(tail)
                .addSpanProcessor(console).build().get("test");
    }

    private static void trace(Tracer tracer, StatusCode status) {
        Span root = tracer.spanBuilder("root").setNoParent().startSpan();
        child(tracer, root).end();
        root.setStatus(status).end();
    }

    private static Span child(Tracer tracer, Span parent) {
        return tracer.spanBuilder("child").setParent(Context.root().with(parent)).startSpan();
    }

    private List<String> marks() {
        return shown.stream().map(tree -> tree.lines().findFirst().orElseThrow()).map(line -> line.substring(39)).toList();
    }
}
