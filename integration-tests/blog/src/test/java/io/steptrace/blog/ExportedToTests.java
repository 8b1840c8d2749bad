package io.steptrace.blog;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.steptrace.collector.Collector;
import io.steptrace.traces.ConcurrentCalls;
import io.steptrace.traces.ExportedTraces;
import io.steptrace.traces.TracedCalls;

/**
 * A collector the blog exports to; calls that return the traces it got are injected into the fields of a test.
 * <p>
 * The same for the blog within the tests and for the packaged one, so that the same tests read both.
 */
public class ExportedToTests implements QuarkusTestResourceLifecycleManager {

    private final ExportedTraces traces = new ExportedTraces();
    private Collector collector;

    @Override
    public Map<String, String> start() {
        collector = Collector.listening();
        collector.onSpan(traces);
        return Map.of("quarkus.otel.exporter.otlp.endpoint", collector.url(),
                "quarkus.otel.exporter.otlp.protocol", "http/protobuf",
                "quarkus.otel.bsp.schedule.delay", "100ms");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(traces.calls(), field -> field.getType() == TracedCalls.class);
        injector.injectIntoFields(traces.concurrentCalls(), field -> field.getType() == ConcurrentCalls.class);
    }

    @Override
    public void stop() {
        if (collector != null) {
            collector.close();
        }
    }
}
