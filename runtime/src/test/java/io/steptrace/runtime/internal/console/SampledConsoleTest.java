package io.steptrace.runtime.internal.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import io.steptrace.runtime.internal.sampling.HeadSampler;
import io.steptrace.runtime.internal.sampling.RouteWindows;
import io.steptrace.runtime.internal.sampling.SamplerSpec;
import io.steptrace.runtime.internal.sampling.SamplingTally;
import io.steptrace.runtime.internal.sampling.TailSampler;
import io.steptrace.runtime.internal.sampling.TailSampling;
import io.steptrace.runtime.internal.time.TestClock;
import io.steptrace.runtime.internal.trace.TraceAssembler;
import io.steptrace.runtime.internal.trace.ledger.Settling;

/** The console behind a real sampler: the mark in the first line of each tree. */
class SampledConsoleTest {

    private final List<String> shown = new ArrayList<>();
    private final TestClock clock = new TestClock(0);
    private TraceAssembler assembler;

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
        assembler.sweep();
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
    void drawsTwoTreesOfTwoRequestsThatHaveOneTraceId() {
        for (String expression : List.of("head:0,tail:error", "head:1")) {
            shown.clear();
            Tracer tracer = tracer(expression, true);
            SpanContext caller = SpanContext.createFromRemoteParent("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331",
                    expression.equals("head:1") ? TraceFlags.getSampled() : TraceFlags.getDefault(), TraceState.getDefault());
            Context remote = Context.root().with(Span.wrap(caller));
            Span first = tracer.spanBuilder("first").setParent(remote).startSpan();
            Span second = tracer.spanBuilder("second").setParent(remote).startSpan();
            child(tracer, first).end();
            first.end();
            second.end();

            assertThat(shown).as(expression).hasSize(2);
            assertThat(shown.get(0)).contains("first", "child").doesNotContain("second");
        }
    }

    @Test
    void saysSoWhereATraceIsDrawnThatNoTailDecides() {
        DrawnSpans recorded = new DrawnSpans(new TraceFilter(Duration.ZERO, List.of(), false), new RecordingSampler());
        DrawnSpans.end(recorded.span("root", 0, null), 1);

        assertThat(marks(recorded.shown)).containsExactly("undecided");
    }

    @Test
    void decidesBeforeATraceIsDrawnForWantOfRoom() {
        Tracer tracer = tracer("head:0,tail:error", true);
        child(tracer, tracer.spanBuilder("root").setNoParent().startSpan()).setStatus(StatusCode.ERROR).end();
        child(tracer, tracer.spanBuilder("root").setNoParent().startSpan()).end();
        for (int i = 0; i < DrawnSpans.LIMITS.maxTraces(); i++) {
            tracer.spanBuilder("another").setNoParent().startSpan();
        }

        assertThat(marks()).containsExactly("kept (error)", "dropped");
    }

    private Tracer tracer(String expression, boolean showsDropped) {
        SamplerSpec spec = SamplerSpec.parse(expression);
        SamplingTally tally = new SamplingTally();
        TailSampler tail = new TailSampler(new TailSampling(spec.tailRules(), 0,
                RouteWindows.looking(Duration.ofMinutes(1), clock), Duration.ofMillis(5), Duration.ofMillis(5)), tally, clock,
                List.of());
        assembler = new TraceAssembler(DrawnSpans.LIMITS, clock, new Settling(clock), List.of(tail,
                new TraceConsole(new TraceFilter(Duration.ZERO, List.of(), showsDropped), Runnable::run, shown::add)));
        return SdkTracerProvider.builder().setSampler(assembler.sampler(new HeadSampler(spec, true, tally)))
                .addSpanProcessor(assembler).build().get("test");
    }

    private static void trace(Tracer tracer, StatusCode status) {
        Span root = tracer.spanBuilder("root").setNoParent().startSpan();
        child(tracer, root).end();
        root.setStatus(status).end();
    }

    /** Records all, and samples none. */
    private static final class RecordingSampler implements Sampler {

        @Override
        public SamplingResult shouldSample(Context parent, String traceId, String name, SpanKind kind, Attributes attributes,
                List<LinkData> links) {
            return SamplingResult.create(SamplingDecision.RECORD_ONLY);
        }

        @Override
        public String getDescription() {
            return "recording";
        }
    }

    private static Span child(Tracer tracer, Span parent) {
        return tracer.spanBuilder("child").setParent(Context.root().with(parent)).startSpan();
    }

    private List<String> marks() {
        return marks(shown);
    }

    private static List<String> marks(List<String> shown) {
        return shown.stream().map(tree -> tree.lines().findFirst().orElseThrow()).map(line -> line.substring(39)).toList();
    }
}
