package io.steptrace.runtime.internal.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.steptrace.runtime.internal.fuzz.Mutations;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The headers {@code traceparent} and {@code tracestate} of a caller: a trace is sampled, and its state goes on as it came. */
class TraceStateFuzzTest {

    @Property
    void theStateOfATraceGoesOnAsItCame(@ForAll("parents") String traceparent, @ForAll("states") String tracestate) {
        Context caller = W3CTraceContextPropagator.getInstance().extract(Context.root(),
                Map.of("traceparent", traceparent, "tracestate", tracestate), TailSampledSdk.HEADERS);
        SpanContext parent = Span.fromContext(caller).getSpanContext();
        try (TailSampledSdk sdk = new TailSampledSdk("head:0,tail:error", 10, 10)) {
            Span root = sdk.tracer.spanBuilder("root").setParent(caller).startSpan();
            Span child = sdk.child(root, "child");
            child.setStatus(StatusCode.ERROR).end();
            root.setStatus(StatusCode.ERROR).end();

            assertThat(sdk.exported()).extracting(span -> span.getName()).contains("root", "child");
            assertThat(sdk.exported()).allSatisfy(span -> {
                assertThat(span.getSpanContext().getTraceState().asMap()).isEqualTo(parent.getTraceState().asMap());
                if (parent.isValid()) {
                    assertThat(span.getTraceId()).isEqualTo(parent.getTraceId());
                }
            });
        }
    }

    @Provide
    Arbitrary<String> parents() {
        return Mutations.ofTexts("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00");
    }

    @Provide
    Arbitrary<String> states() {
        return Mutations.ofTexts("rojo=00f067aa0ba902b7,congo=t61rcWkgMzE", "ot=th:8;rv:6e6d1a75832a2f", "a=b,".repeat(40),
                "t@system=1");
    }
}
