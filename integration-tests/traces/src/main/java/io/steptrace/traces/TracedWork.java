package io.steptrace.traces;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.function.Predicate;

import jakarta.inject.Singleton;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.steptrace.test.Trace;
import io.steptrace.test.Traces;

/** Returns the traces of work that goes on after its request was answered, or that no request began. */
@Singleton
public class TracedWork {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Traces traces;

    TracedWork(Traces traces) {
        this.traces = traces;
    }

    /** The first trace with a span of that name. */
    public Trace of(String span) {
        return first("a span " + span, finished -> finished.getName().equals(span));
    }

    /** The first trace with a span of that name with that attribute. */
    public Trace of(String span, String key, String value) {
        return first("a span %s of %s %s".formatted(span, key, value),
                finished -> finished.getName().equals(span)
                        && value.equals(finished.getAttributes().get(AttributeKey.stringKey(key))));
    }

    private Trace first(String description, Predicate<SpanData> condition) {
        return await("a trace with " + description).atMost(PATIENCE).pollDelay(Duration.ZERO)
                .until(() -> traces.all().stream().filter(trace -> trace.spans().stream().anyMatch(condition)).toList(),
                        found -> !found.isEmpty())
                .get(0);
    }
}
