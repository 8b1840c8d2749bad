package io.steptrace.waits.sync;

import jakarta.enterprise.context.ApplicationScoped;

import io.steptrace.Step;

/** Steps around a step that sleeps. */
@ApplicationScoped
public class Nesting {

    private static final long OUTER_MS = 30;

    private final Sleeps sleeps;

    Nesting(Sleeps sleeps) {
        this.sleeps = sleeps;
    }

    @Step("wrap_sleep")
    public void wrap() throws InterruptedException {
        sleeps.within();
    }

    @Step("wrap_and_sleep")
    public void wrapAndSleep() throws InterruptedException {
        Thread.sleep(OUTER_MS);
        sleeps.within();
    }
}
