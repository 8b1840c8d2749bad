package io.steptrace.fleet.services;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** Two services, of which the first calls the second. */
public final class Services implements AutoCloseable {

    public static final String ORDERS = "orders";
    public static final String STOCK = "stock";

    private final Service stock;
    private final Service orders;

    /**
     * Starts them.
     *
     * @param collector where both export to
     * @param sampler of both
     */
    public Services(String collector, String sampler) {
        Map<String, String> configuration = Map.of("quarkus.steptrace.sampler", sampler);
        stock = Service.named(STOCK, collector, configuration);
        Map<String, String> calling = new HashMap<>(configuration);
        calling.put("quarkus.rest-client.stock.url", stock.url());
        orders = Service.named(ORDERS, collector, calling);
    }

    /** Where the first takes orders. */
    public String url() {
        return orders.url() + "/orders";
    }

    /** Waits until both have exported what has ended. */
    public void awaitExported() {
        both().forEach(Service::awaitExported);
    }

    public long ended() {
        return sum(Service::endedSpans);
    }

    public long lost() {
        return sum(service -> service.health("lost-spans"));
    }

    public long spooled() {
        return sum(service -> service.health("spooled-spans"));
    }

    public Duration processorTime() {
        return orders.processorTime().plus(stock.processorTime());
    }

    @Override
    public void close() {
        both().forEach(Service::close);
    }

    private long sum(ToLongFunction<Service> figure) {
        return both().stream().mapToLong(figure).sum();
    }

    private List<Service> both() {
        return List.of(orders, stock);
    }
}
