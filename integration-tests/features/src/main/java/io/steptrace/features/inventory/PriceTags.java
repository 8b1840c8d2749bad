package io.steptrace.features.inventory;

import jakarta.enterprise.context.ApplicationScoped;

import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.quarkus.logging.Log;
import io.quarkus.vertx.ConsumeEvent;
import io.smallrye.mutiny.Uni;
import io.steptrace.Step;
import io.steptrace.features.pricing.Quotes;

/** Consumes what is asked over the event bus: new prices on a worker thread, questions on the event loop. */
@ApplicationScoped
public class PriceTags {

    private final Quotes quotes;
    private final Items items;

    PriceTags(Quotes quotes, Items items) {
        this.quotes = quotes;
        this.items = items;
    }

    @ConsumeEvent(value = "reprice", blocking = true)
    @Step("reprice_item")
    public void reprice(@SpanAttribute("item.sku") String sku) {
        Log.debugf("reprice %s", sku);
        items.price(sku, quotes.quote(sku));
        Log.debugf("repriced %s", sku);
    }

    @ConsumeEvent(value = "plain-reprice", blocking = true)
    @WithSpan("plain.reprice_item")
    public void repricePlain(@SpanAttribute("item.sku") String sku) {
        items.price(sku, quotes.quote(sku));
    }

    @ConsumeEvent("price")
    @Step("find_price")
    public Uni<Long> price(@SpanAttribute("item.sku") String sku) {
        return quotes.ask(sku).invoke(cents -> Log.debugf("found price of %s", sku));
    }

    @ConsumeEvent("plain-price")
    @WithSpan("plain.find_price")
    public Uni<Long> pricePlain(@SpanAttribute("item.sku") String sku) {
        return quotes.ask(sku);
    }
}
