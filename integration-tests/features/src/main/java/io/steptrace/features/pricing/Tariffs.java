package io.steptrace.features.pricing;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.grpc.Status;
import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.steptrace.Effect;

/** The list of prices: a cent for each letter. */
@ApplicationScoped
public class Tariffs {

    private static final Duration DELAY = Duration.ofMillis(2);
    private static final String UNKNOWN = "unknown";

    @Effect("cache.get tariff")
    public long read(@SpanAttribute("item.sku") String sku) {
        Log.debugf("tariff of %s", sku);
        return cents(sku);
    }

    /** The same, on a timer's thread. */
    @Effect("cache.find tariff")
    public Uni<Long> find(@SpanAttribute("item.sku") String sku) {
        return Uni.createFrom().item(sku).onItem().delayIt().by(DELAY).map(Tariffs::cents);
    }

    private static long cents(String sku) {
        if (sku.equals(UNKNOWN)) {
            throw Status.NOT_FOUND.withDescription("there is no price of " + sku).asRuntimeException();
        }
        return sku.length();
    }
}
