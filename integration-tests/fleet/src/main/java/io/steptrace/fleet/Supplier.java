package io.steptrace.fleet;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.rest.client.inject.RestClient;

import io.steptrace.Effect;

/** The second service, as the first sees it. */
@ApplicationScoped
public class Supplier {

    private final StockClient stock;

    Supplier(@RestClient StockClient stock) {
        this.stock = stock;
    }

    @Effect("http.get stock")
    String take(Course course, int items) {
        return stock.take(course, items);
    }
}
