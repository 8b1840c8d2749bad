package io.steptrace.features.nightly;

import jakarta.enterprise.context.ApplicationScoped;

import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
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

    @Scheduled(identity = "stocktake", cron = "{nightly.cron}")
    @Step("take_stock")
    public void take() {
        items.list();
        tags.reprice("bolt");
    }

    /** On the event loop. */
    @Scheduled(identity = "price-check", cron = "{nightly.cron}")
    @Step("check_price")
    public Uni<Void> check() {
        return tags.price("nut").replaceWithVoid();
    }

    @Scheduled(identity = "plain-stocktake", cron = "{nightly.cron}")
    @WithSpan("plain.take_stock")
    public void takePlain() {
        items.list();
        tags.reprice("bolt");
    }
}
