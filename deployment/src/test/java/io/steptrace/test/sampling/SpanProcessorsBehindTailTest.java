package io.steptrace.test.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.quarkus.test.QuarkusUnitTest;
import io.steptrace.test.fixture.FinishedSpans;
import io.steptrace.test.fixture.TracedApplication;

/** A processor that gets spans sampled at their beginning gets one that is kept, once. */
class SpanProcessorsBehindTailTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.with(SecondBackend.class, Ends.class, OpenSpans.class)
            .overrideRuntimeConfigKey("quarkus.steptrace.sampler", "head:0,tail:error");

    @Inject
    FinishedSpans first;

    @Inject
    SecondBackend second;

    @Inject
    Ends ends;

    @Inject
    OpenSpans open;

    @Inject
    Tracer tracer;

    @AfterEach
    void forget() {
        first.reset();
        second.exporter.reset();
        ends.spans.clear();
        open.ended.clear();
    }

    @Test
    void getAKeptTraceOnce() {
        List<String> kept = trace(Context.root(), StatusCode.ERROR);

        assertDelivered(kept);
        assertThat(open.ended).containsExactlyInAnyOrderElementsOf(sampled(kept, true));
    }

    @Test
    void getASampledTraceOnce() {
        List<String> sampled = trace(Context.root().with(Span.wrap(SpanContext.createFromRemoteParent(
                "0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", TraceFlags.getSampled(), TraceState.getDefault()))),
                StatusCode.UNSET);

        assertDelivered(sampled);
        assertThat(open.ended).containsExactlyInAnyOrderElementsOf(sampled(sampled, true));
    }

    /** One that asks for starts may hold what it has begun there until its end. */
    @Test
    void getNothingOfADroppedTraceButTheEndsOfWhatTheySawBegin() {
        List<String> dropped = trace(Context.root(), StatusCode.UNSET);

        assertDelivered(List.of());
        assertThat(open.ended).containsExactlyInAnyOrderElementsOf(sampled(dropped, false));
        assertThat(open.spans).isEmpty();
    }

    @Test
    void getSpansThatEndAfterTheDecisionAsTheirTrace() {
        Span kept = tracer.spanBuilder("root").setNoParent().startSpan().setStatus(StatusCode.ERROR);
        Span late = tracer.spanBuilder("late").setParent(Context.root().with(kept)).startSpan();
        Span dropped = tracer.spanBuilder("root").setNoParent().startSpan();
        Span lateAsWell = tracer.spanBuilder("late").setParent(Context.root().with(dropped)).startSpan();
        List.of(kept, dropped, late, lateAsWell).forEach(Span::end);

        assertDelivered(List.of(id(kept), id(late)));
        assertThat(open.ended).containsExactlyInAnyOrder(id(kept) + " true", id(late) + " true", id(dropped) + " false",
                id(lateAsWell) + " false");
        assertThat(open.spans).isEmpty();
    }

    /** Attributes that a processor sets at the start are those of the kept span. */
    @Test
    void seeTheStartOfASpanWhenItStarts() {
        trace(Context.root(), StatusCode.ERROR);

        first.flush();
        assertThat(second.exporter.getFinishedSpanItems()).hasSize(2)
                .allMatch(span -> "yes".equals(FinishedSpans.attribute(span, "seen")));
    }

    /** The ids of a root and its child. */
    private List<String> trace(Context parent, StatusCode status) {
        Span root = tracer.spanBuilder("root").setParent(parent).startSpan();
        Span child = tracer.spanBuilder("child").setParent(Context.root().with(root)).startSpan();
        assertThat(open.spans).containsKeys(id(root), id(child));
        child.end();
        root.setStatus(status).end();
        return List.of(id(root), id(child));
    }

    private void assertDelivered(List<String> spanIds) {
        first.flush();
        assertThat(first.soFar()).extracting(SpanData::getSpanId).containsExactlyInAnyOrderElementsOf(spanIds);
        assertThat(second.exporter.getFinishedSpanItems()).extracting(SpanData::getSpanId)
                .containsExactlyInAnyOrderElementsOf(spanIds);
        assertThat(second.exporter.getFinishedSpanItems()).allMatch(span -> span.getSpanContext().isSampled());
        assertThat(ends.spans).containsExactlyInAnyOrderElementsOf(sampled(spanIds, true));
    }

    private static List<String> sampled(List<String> spanIds, boolean isSampled) {
        return spanIds.stream().map(id -> id + " " + isSampled).toList();
    }

    private static String id(Span span) {
        return span.getSpanContext().getSpanId();
    }

    /** Another place to which the application exports. */
    @Singleton
    public static class SecondBackend {

        final InMemorySpanExporter exporter = InMemorySpanExporter.create();

        @Produces
        @Singleton
        SpanProcessor processor() {
            return BatchSpanProcessor.builder(exporter).build();
        }
    }

    /** Looks at ends alone, and does not care what is sampled. */
    @Singleton
    public static class Ends implements SpanProcessor {

        final List<String> spans = new CopyOnWriteArrayList<>();

        @Override
        public boolean isStartRequired() {
            return false;
        }

        @Override
        public void onStart(Context parent, ReadWriteSpan span) {
            throw new AssertionError("not asked for");
        }

        @Override
        public boolean isEndRequired() {
            return true;
        }

        @Override
        public void onEnd(ReadableSpan span) {
            spans.add(span.getSpanContext().getSpanId() + " " + span.getSpanContext().isSampled());
        }
    }

    /** Knows which spans have not ended yet. */
    @Singleton
    public static class OpenSpans implements SpanProcessor {

        final Map<String, ReadWriteSpan> spans = new ConcurrentHashMap<>();
        final List<String> ended = new CopyOnWriteArrayList<>();

        @Override
        public boolean isStartRequired() {
            return true;
        }

        @Override
        public void onStart(Context parent, ReadWriteSpan span) {
            span.setAttribute("seen", "yes");
            spans.put(span.getSpanContext().getSpanId(), span);
        }

        @Override
        public boolean isEndRequired() {
            return true;
        }

        @Override
        public void onEnd(ReadableSpan span) {
            spans.remove(span.getSpanContext().getSpanId());
            ended.add(span.getSpanContext().getSpanId() + " " + span.getSpanContext().isSampled());
        }
    }
}
