package io.steptrace.traces;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.awaitility.core.ConditionTimeoutException;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;

/** Finds the trace that a request left, by the user agent it called itself, or any other by one of its spans. */
@Singleton
class CollectedTraces {

    private static final AttributeKey<String> USER_AGENT = AttributeKey.stringKey("user_agent.original");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** Longer than the batch processor holds spans back: what did not come by then does not come. */
    private static final Duration SETTLING = Duration.ofMillis(250);

    private final Supplier<List<SpanData>> collected;

    @Inject
    CollectedTraces(InMemorySpanExporter exporter) {
        this(exporter::getFinishedSpanItems);
    }

    /** @param collected all finished spans so far */
    CollectedTraces(Supplier<List<SpanData>> collected) {
        this.collected = collected;
    }

    /** Waits until the trace has its root, lacks no parent and grows no more. */
    LocalTrace awaitTraceOf(String userAgent) {
        return awaitTraceWith("the request of " + userAgent, span -> userAgent.equals(span.getAttributes().get(USER_AGENT)));
    }

    /** The same for the trace of the first span that meets a condition. */
    LocalTrace awaitTraceWith(String description, Predicate<SpanData> condition) {
        int[] size = { -1 };
        try {
            return await("the trace with " + description).atMost(PATIENCE).pollDelay(Duration.ZERO).pollInterval(SETTLING)
                    .until(() -> traceWith(condition), trace -> {
                        boolean settled = trace.spans().size() == size[0];
                        size[0] = trace.spans().size();
                        return settled && trace.isRooted();
                    });
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(e.getMessage() + "\nIt is:\n" + GoldenTrace.draw(traceWith(condition)), e);
        }
    }

    private LocalTrace traceWith(Predicate<SpanData> condition) {
        List<SpanData> finished = collected.get();
        Optional<String> traceId = finished.stream().filter(condition).map(SpanData::getTraceId).findFirst();
        return new LocalTrace(finished.stream().filter(span -> span.getTraceId().equals(traceId.orElse(null))).toList());
    }
}
