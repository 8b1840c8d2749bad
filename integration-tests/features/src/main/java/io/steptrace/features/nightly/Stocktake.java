package io.steptrace.features.nightly;

import jakarta.enterprise.context.ApplicationScoped;

import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.quarkus.scheduler.Scheduled;
import io.steptrace.Step;
import io.steptrace.features.inventory.Items;
import io.steptrace.features.inventory.PriceTags;

/** Goes through the items and gives each its price. */
@ApplicationScoped
public class Stocktake {

    private final Items items;
    private final PriceTags tags;

    Stocktake(Items items, PriceTags tags) {
        this.items = items;
        this.tags = tags;
    }

    @Scheduled(identity = "stocktake", every = "{nightly.every}")
    @Step("take_stock")
    public void take() {
        items.list();
        tags.reprice("bolt");
    }

    @Scheduled(identity = "plain-stocktake", every = "{nightly.every}")
    @WithSpan("plain.take_stock")
    public void takePlain() {
        items.list();
        tags.reprice("bolt");
    }
}
