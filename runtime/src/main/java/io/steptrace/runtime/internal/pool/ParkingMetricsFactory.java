package io.steptrace.runtime.internal.pool;

import java.util.function.UnaryOperator;

import io.vertx.core.VertxOptions;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.json.JsonObject;
import io.vertx.core.metrics.MetricsOptions;
import io.vertx.core.spi.VertxMetricsFactory;
import io.vertx.core.spi.metrics.VertxMetrics;

/**
 * A factory of Vert.x metrics that adds the observation of HTTP client pools to the metrics of another factory.
 * <p>
 * Vert.x knows one factory. The extension that has set it, such as Quarkus' OpenTelemetry or Micrometer, keeps all it has.
 */
public final class ParkingMetricsFactory implements VertxMetricsFactory {

    private final VertxMetricsFactory delegate;
    private final UnaryOperator<VertxMetrics> observation;

    private ParkingMetricsFactory(VertxMetricsFactory delegate, UnaryOperator<VertxMetrics> observation) {
        this.delegate = delegate;
        this.observation = observation;
    }

    /** Takes the place of the factory of these options, if there is one. */
    public static void putInto(VertxOptions options) {
        putInto(options, ParkingVertxMetrics::new);
    }

    /** The same beside Quarkus' HTTP server, which asks more of the metrics than Vert.x does; only where that is present. */
    public static void putBesideServer(VertxOptions options) {
        putInto(options, ParkingServerMetrics::new);
    }

    private static void putInto(VertxOptions options, UnaryOperator<VertxMetrics> observation) {
        MetricsOptions known = options.getMetricsOptions();
        boolean hasFactory = known != null && known.isEnabled() && known.getFactory() != null;
        VertxMetricsFactory delegate = hasFactory ? known.getFactory() : ignored -> new VertxMetrics() {
        };
        // a copy: the options may be a type of their own that is its own factory
        JsonObject copy = known == null ? new JsonObject() : known.toJson().copy();
        options.setMetricsOptions(new MetricsOptions(copy.put("enabled", true))
                .setFactory(new ParkingMetricsFactory(delegate, observation)));
    }

    @Override
    public void init(VertxBuilder builder) {
        boolean isFirst = builder.metrics() == null;
        delegate.init(builder);
        VertxMetrics created = builder.metrics();
        if (isFirst && created != null) {
            builder.metrics(observation.apply(created));
        }
    }

    @Override
    public VertxMetrics metrics(VertxOptions options) {
        VertxMetrics created = delegate.metrics(options);
        return created == null ? null : observation.apply(created);
    }

    @Override
    public MetricsOptions newOptions() {
        return delegate.newOptions();
    }

    @Override
    public MetricsOptions newOptions(MetricsOptions options) {
        return delegate.newOptions(options);
    }

    @Override
    public MetricsOptions newOptions(JsonObject jsonObject) {
        return delegate.newOptions(jsonObject);
    }
}
