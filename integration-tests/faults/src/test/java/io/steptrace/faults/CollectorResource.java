package io.steptrace.faults;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.steptrace.collector.Collector;

/** The collector the application under test exports to; injected into each field of its type. */
public class CollectorResource implements QuarkusTestResourceLifecycleManager {

    private Collector collector;

    @Override
    public Map<String, String> start() {
        collector = Collector.listening();
        return Map.of("quarkus.otel.exporter.otlp.endpoint", collector.url(),
                "quarkus.otel.exporter.otlp.protocol", "http/protobuf");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(collector, new TestInjector.MatchesType(Collector.class));
    }

    @Override
    public void stop() {
        if (collector != null) {
            collector.close();
        }
    }
}
