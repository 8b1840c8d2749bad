package io.steptrace.features.nightly;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import io.steptrace.Step;
import io.steptrace.features.inventory.Items;

/** Looks through the shelves when the application starts. */
@ApplicationScoped
public class Opening {

    private final Items items;

    Opening(Items items) {
        this.items = items;
    }

    void opened(@Observes StartupEvent event) {
        open();
    }

    @Step("open_shop")
    @ActivateRequestContext
    void open() {
        items.list();
    }
}
