package io.steptrace.traces;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.steptrace.collector.Collector;

/**
 * A collector that the application under test exports to. Injected into the fields of a test are the collector, and calls that
 * return the traces it got.
 * <p>
 * The same for an application within the tests and for a packaged one, so that the same tests read both. Within the tests
 * the exporter in memory must be excluded, {@code quarkus.arc.exclude-types=io.steptrace.traces.**}: it would take the
 * place of the one for OTLP.
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
        injector.injectIntoFields(collector, field -> field.getType() == Collector.class);
        injector.injectIntoFields(traces.calls(), field -> field.getType() == TracedCalls.class);
        injector.injectIntoFields(traces.work(), field -> field.getType() == TracedWork.class);
        injector.injectIntoFields(traces.concurrentCalls(), field -> field.getType() == ConcurrentCalls.class);
    }

    @Override
    public void stop() {
        if (collector != null) {
            collector.close();
        }
    }
}
