package io.steptrace.runtime.internal.pool;

import io.quarkus.vertx.http.runtime.ExtendedQuarkusVertxHttpMetrics;
import io.vertx.core.spi.metrics.VertxMetrics;

/** The same beside Quarkus' HTTP server, which takes every Vert.x metrics for its own extension of them. */
final class ParkingServerMetrics extends ParkingVertxMetrics implements ExtendedQuarkusVertxHttpMetrics {

    ParkingServerMetrics(VertxMetrics delegate) {
        super(delegate);
    }

    @Override
    public ConnectionTracker getHttpConnectionTracker() {
        return delegate() instanceof ExtendedQuarkusVertxHttpMetrics extended ? extended.getHttpConnectionTracker()
                : NOOP_CONNECTION_TRACKER;
    }
}
