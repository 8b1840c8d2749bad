package io.steptrace.test;

import java.time.Duration;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.steptrace.test.internal.otlp.OtlpReceiver;
import io.steptrace.test.internal.spans.CollectedSpans;

/**
 * A receiver that the application under test exports its traces to, for a packaged one: a {@code @QuarkusIntegrationTest}
 * with {@code @WithTestResource(TraceReceiver.class)} gets its traces in a field of the type {@link Traces}. The same test may
 * run as a {@code @QuarkusTest}, and reads there what is exported, not what is recorded.
 */
public class TraceReceiver implements QuarkusTestResourceLifecycleManager {

    /** Longer than the exporter holds spans back: what did not come by then does not come. */
    private static final Duration QUIET = Duration.ofMillis(250);

    private final CollectedSpans spans = new CollectedSpans(QUIET);
    private final Traces traces = new Traces(spans);
    private OtlpReceiver receiver;

    @Override
    public Map<String, String> start() {
        receiver = OtlpReceiver.listening(spans::add);
        return Map.of("quarkus.otel.exporter.otlp.traces.endpoint", receiver.url(),
                "quarkus.otel.exporter.otlp.traces.protocol", "http/protobuf",
                "quarkus.otel.bsp.schedule.delay", "100ms");
    }

    /** What has been received. */
    protected final Traces traces() {
        return traces;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(traces, field -> field.getType() == Traces.class);
    }

    @Override
    public void stop() {
        if (receiver != null) {
            receiver.close();
        }
    }
}
