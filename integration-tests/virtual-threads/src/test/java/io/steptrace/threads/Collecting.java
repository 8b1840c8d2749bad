package io.steptrace.threads;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.steptrace.collector.Collector;

/** A collector that spans are exported to in earnest; injected into each field of its type. */
public class Collecting implements QuarkusTestResourceLifecycleManager {

    private Collector collector;

    @Override
    public Map<String, String> start() {
        collector = Collector.listening();
        return Map.of("quarkus.otel.exporter.otlp.endpoint", collector.url());
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(collector, field -> field.getType() == Collector.class);
    }

    @Override
    public void stop() {
        collector.close();
    }
}
