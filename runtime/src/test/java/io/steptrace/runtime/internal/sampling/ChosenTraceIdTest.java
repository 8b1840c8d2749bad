package io.steptrace.runtime.internal.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.steptrace.runtime.internal.trace.TraceLimits;

/** A client chooses the trace id of its requests; what becomes of one does not depend on the rest that has the same. */
class ChosenTraceIdTest {

    private static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";
    private static final SpanContext CLIENT = TailSampledSdk.foreign(TRACE_ID, "b7ad6b7169203331");

    private TailSampledSdk sdk;

    @AfterEach
    void close() {
        sdk.close();
    }

    @Test
    void holdsNothingOfTheRequestsBesideAnOpenOne() {
        sdk = new TailSampledSdk("head:0,tail:error", 1_000, 1_000);
        sdk.requestOf(CLIENT, "stream");
        for (int i = 0; i < 500; i++) {
            request("ordinary", false);
        }

        assertThat(sdk.holds.spans()).isZero();
        assertThat(sdk.holds.traces()).isEqualTo(1);
        assertThat(sdk.holds.ownSpans()).isEqualTo(1);
    }

    @Test
    void keepsNoHealthyRequestForOneThatFailed() {
        sdk = new TailSampledSdk("head:0,tail:error", 1_000, 1_000);
        Span stream = sdk.requestOf(CLIENT, "stream");
        String failed = request("failed", true);
        for (int i = 0; i < 500; i++) {
            request("ordinary", false);
        }
        stream.end();

        assertThat(sdk.exported()).extracting(SpanData::getSpanId).containsExactly(failed);
        assertThat(sdk.tally.kept()).isEqualTo(Map.of("error", 1L));
        assertThat(sdk.tally.dropped()).isEqualTo(Map.of("unremarkable", 501L));
    }

    @Test
    void keepsASlowFailureBesideAFlood() {
        sdk = new TailSampledSdk("head:0,tail:error", 1_000, 10);
        Span slow = sdk.requestOf(CLIENT, "slow");
        for (int i = 0; i < 500; i++) {
            request("flood", false);
        }
        slow.setStatus(StatusCode.ERROR).end();

        assertThat(sdk.exported()).extracting(SpanData::getName).containsExactly("slow");
    }

    @Test
    void passesOnTheTraceStateOfItsCallerAndNothingOfItsOwn() {
        sdk = new TailSampledSdk("head:0,tail:error", 1_000, 1_000);
        Context caller = W3CTraceContextPropagator.getInstance().extract(Context.root(),
                Map.of("traceparent", "00-" + TRACE_ID + "-b7ad6b7169203331-00", "tracestate", "vendor=known"),
                TailSampledSdk.HEADERS);
        Span root = sdk.tracer.spanBuilder("called").setParent(caller).startSpan();
        Span child = sdk.child(root, "calling");
        Map<String, String> headers = new HashMap<>();
        W3CTraceContextPropagator.getInstance().inject(Context.root().with(child), headers, Map::put);
        child.end();
        root.setStatus(StatusCode.ERROR).end();

        assertThat(headers).isEqualTo(Map.of("tracestate", "vendor=known", "traceparent",
                "00-" + TRACE_ID + "-" + child.getSpanContext().getSpanId() + "-00"));
        assertThat(sdk.exported()).hasSize(2)
                .allSatisfy(
                        span -> assertThat(span.getSpanContext().getTraceState().asMap()).isEqualTo(Map.of("vendor", "known")));
    }

    /** What a request has called without waiting ends after it, and is none of its length. */
    @Test
    void judgesACallToItselfByTheRequestThatCalled() {
        sdk = new TailSampledSdk("head:0,tail:slow(2s)", 1_000, 1_000);
        Span slow = sdk.tracer.spanBuilder("slow").setStartTimestamp(Instant.ofEpochSecond(10)).startSpan();
        Span called = sdk.requestOf(TailSampledSdk.foreign(slow.getSpanContext().getTraceId(),
                slow.getSpanContext().getSpanId()), "called");
        slow.end(Instant.ofEpochSecond(15));
        called.end();

        assertThat(sdk.exported()).extracting(SpanData::getName).containsExactly("slow", "called");
    }

    @Test
    void takesNoSpanOfAnotherTraceForItsCaller() {
        sdk = new TailSampledSdk("head:0,tail:error", 1_000, 1_000);
        Span open = sdk.tracer.spanBuilder("open").startSpan();
        Span forged = sdk.requestOf(TailSampledSdk.foreign(TRACE_ID, open.getSpanContext().getSpanId()), "forged");
        forged.setStatus(StatusCode.ERROR).end();
        open.end();

        assertThat(sdk.exported()).extracting(SpanData::getName).containsExactly("forged");
    }

    @Test
    void beginsATraceOfItsOwnBelowACallerThatIsDecided() {
        sdk = new TailSampledSdk("head:0,tail:error", 1_000, 1_000);
        Span failed = sdk.tracer.spanBuilder("failed").startSpan();
        failed.setStatus(StatusCode.ERROR).end();
        sdk.requestOf(failed.getSpanContext(), "replayed").end();

        assertThat(sdk.exported()).extracting(SpanData::getName).containsExactly("failed");
    }

    @Test
    void decidesTheLargestWhenTooManySpansAreHeldInAll() {
        sdk = new TailSampledSdk("head:0,tail:error", new TraceLimits(100, 100, 60, Duration.ofSeconds(30)));
        List<Span> small = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            small.add(traceOf(1));
        }
        Span large = traceOf(40);
        assertThat(sdk.holds.spans()).isEqualTo(50);
        Span other = traceOf(20);

        assertThat(sdk.tally.dropped()).isEqualTo(Map.of("held_spans", 1L));
        assertThat(sdk.holds.spans()).isEqualTo(30);
        large.setStatus(StatusCode.ERROR).end();
        assertThat(sdk.exported()).as("it follows its decision").isEmpty();
        other.setStatus(StatusCode.ERROR).end();
        small.forEach(root -> root.setStatus(StatusCode.ERROR).end());
        assertThat(sdk.tally.kept()).isEqualTo(Map.of("error", 11L));
    }

    @Test
    void knowsNoMoreOfItsOwnSpansThanItMayHold() {
        sdk = new TailSampledSdk("head:0,tail:error", new TraceLimits(100, 100, 20, Duration.ofSeconds(30)));
        List<Span> roots = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            roots.add(sdk.tracer.spanBuilder("open").startSpan());
        }
        assertThat(sdk.holds.ownSpans()).isEqualTo(20);
        roots.forEach(root -> root.setStatus(StatusCode.ERROR).end());

        assertThat(sdk.holds.ownSpans()).isZero();
        assertThat(sdk.exported()).as("each finds its trace").hasSize(50);
    }

    private String request(String name, boolean fails) {
        Span root = sdk.requestOf(CLIENT, name);
        if (fails) {
            root.setStatus(StatusCode.ERROR);
        } else {
            sdk.child(root, "part").end();
        }
        root.end();
        return root.getSpanContext().getSpanId();
    }

    /** An open root with so many ended children. */
    private Span traceOf(int children) {
        Span root = sdk.tracer.spanBuilder("root").startSpan();
        for (int i = 0; i < children; i++) {
            sdk.child(root, "part").end();
        }
        return root;
    }
}
