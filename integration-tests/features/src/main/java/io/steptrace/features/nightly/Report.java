package io.steptrace.features.nightly;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.steptrace.Step;
import io.steptrace.features.inventory.Items;

/** Writes the morning's report, one at a time. */
@ApplicationScoped
public class Report {

    private final Items items;

    Report(Items items) {
        this.items = items;
    }

    @Scheduled(identity = "report", every = "{nightly.every}")
    @Step(value = "write_report", queue = "nightly")
    public void write() {
        items.list();
    }
}
