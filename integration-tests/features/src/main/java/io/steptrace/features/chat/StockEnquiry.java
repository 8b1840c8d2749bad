package io.steptrace.features.chat;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.rest.client.inject.RestClient;

import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.steptrace.Effect;
import io.steptrace.features.chat.ItemClient.StockedItem;

/** Answers how much there is of an item. */
@ApplicationScoped
public class StockEnquiry {

    private final ItemClient items;

    StockEnquiry(@RestClient ItemClient items) {
        this.items = items;
    }

    @Effect("http.get item")
    public String of(@SpanAttribute("item.sku") String sku) {
        StockedItem item = items.get(sku);
        return item.stock() + " x " + item.name();
    }
}
