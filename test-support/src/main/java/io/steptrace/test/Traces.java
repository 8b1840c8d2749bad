package io.steptrace.test;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.steptrace.test.internal.spans.CollectedSpans;

/**
 * The traces of the application under test, each once it is complete: its root has ended, no parent is missing, and the waits
 * in it are known. Thread-safe.
 * <p>
 * A {@code @QuarkusTest} injects it, {@link TraceReceiver} puts it into a {@code @QuarkusIntegrationTest}. Where it is a field
 * of a test it is reset before each test method. All tests of an application share one, so they have to run one after the
 * other, as Quarkus runs them unless JUnit is configured otherwise; a test may make as many requests at the same time as it
 * likes.
 */
public final class Traces {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(10);
    private static final int MAX_SHOWN = 10;

    private final CollectedSpans spans;
    private final Duration patience;

    Traces(CollectedSpans spans) {
        this(spans, PATIENCE);
    }

    /** @param patience for how long a trace is awaited */
    Traces(CollectedSpans spans, Duration patience) {
        this.spans = spans;
        this.patience = patience;
    }

    /** Forgets all traces, and what is still to come of those that have begun already. */
    public void reset() {
        spans.reset();
    }

    /** The complete traces so far, in the order in which their first spans came. */
    public List<Trace> all() {
        return spans.complete().stream().map(Trace::new).toList();
    }

    /** Waits for the trace whose root has that name; fails if none is complete in time, or if there is another one. */
    public Trace awaitOne(String rootName) {
        return await(rootName, 1).get(0);
    }

    /**
     * Waits for the trace with a span that meets a condition; fails like the above. So a test finds one of many requests of its
     * own: by the user agent, or any other attribute.
     */
    public Trace awaitOne(Predicate<SpanData> span) {
        return await("with such a span", trace -> trace.spans().stream().anyMatch(span), 1).get(0);
    }

    /** Waits for so many traces whose roots have that name, in the order in which they came; fails if there are more. */
    public List<Trace> await(String rootName, int n) {
        return await("with the root \"" + rootName + "\"", trace -> trace.root().getName().equals(rootName), n);
    }

    private List<Trace> await(String which, Predicate<Trace> condition, int n) {
        List<Trace> found;
        try {
            found = Awaitility.await().atMost(patience).pollDelay(Duration.ZERO).pollInterval(POLL)
                    .until(() -> all().stream().filter(condition).toList(), traces -> traces.size() >= n);
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("expected %s %s within %d s - %s".formatted(count(n), which, patience.toSeconds(),
                    whatThereIs()), e);
        }
        if (found.size() > n) {
            throw new AssertionError(
                    "expected %s %s, but there are %d - reset() before what counts, or await as many".formatted(count(n), which,
                            found.size()));
        }
        return found;
    }

    private static String count(int n) {
        return n == 1 ? "one trace" : n + " traces";
    }

    private String whatThereIs() {
        List<Trace> complete = all();
        List<Trace> incomplete = spans.incomplete().stream().map(Trace::new).toList();
        if (complete.isEmpty() && incomplete.isEmpty()) {
            return "there is none since the last reset; is the request answered, is it sampled (quarkus.otel.traces.sampler,"
                    + " quarkus.steptrace.sampler), is OpenTelemetry on (quarkus.otel.sdk.disabled)?";
        }
        return "there are:\n\n" + Stream.concat(complete.stream().map(Trace::drawn),
                incomplete.stream().map(trace -> "(not complete)\n" + trace.drawn())).limit(MAX_SHOWN)
                .collect(Collectors.joining("\n"));
    }
}
