package io.steptrace.blog.prometheus;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.steptrace.collector.Collector;
import io.steptrace.neighbours.Installed;
import io.steptrace.neighbours.TemporaryFolder;

/** Takes the metrics of the application in a Prometheus, if there is one, and its spans in a collector that can misbehave. */
public class MetricsReceivers implements QuarkusTestResourceLifecycleManager {

    private TemporaryFolder folder;
    private Prometheus prometheus;
    private Collector collector;

    @Override
    public Map<String, String> start() {
        collector = Collector.listening();
        String program = Installed.find("prometheus").orElse(null);
        if (program == null) {
            return Map.of();
        }
        folder = TemporaryFolder.of("prometheus");
        prometheus = Prometheus.started(program, folder.path(), AlertsPage.rules());
        return Map.of("quarkus.otel.exporter.otlp.protocol", "http/protobuf",
                "quarkus.otel.exporter.otlp.endpoint", collector.url(),
                "quarkus.otel.exporter.otlp.metrics.protocol", "http/protobuf",
                "quarkus.otel.exporter.otlp.metrics.endpoint", prometheus.otlpEndpoint());
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(prometheus, field -> field.getType() == Prometheus.class);
        injector.injectIntoFields(collector, field -> field.getType() == Collector.class);
    }

    @Override
    public void stop() {
        collector.close();
        if (prometheus != null) {
            prometheus.close();
            folder.close();
        }
    }
}
