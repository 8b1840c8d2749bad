package io.steptrace.features.nightly;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.steptrace.Step;
import io.steptrace.features.inventory.Items;

/** Writes the morning's report, one at a time. */
@ApplicationScoped
public class Report {

    private final Items items;

    Report(Items items) {
        this.items = items;
    }

    @Scheduled(identity = "report", cron = "{nightly.cron}")
    @Step(value = "write_report", queue = "nightly")
    public void write() {
        items.list();
    }

    /** By day, for one who waits for it. */
    @Step(value = "draw_up_report", queue = "nightly")
    public Uni<Integer> drawUp() {
        return Uni.createFrom().item(items.list().size());
    }
}
