package io.steptrace.waits.background;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.steptrace.Step;

/** A job of the scheduler that sleeps. */
@ApplicationScoped
public class NightWatch {

    private static final long ROUND_MS = 50;

    @Scheduled(every = "1s")
    @Step("make_round")
    public void makeRound() throws InterruptedException {
        Thread.sleep(ROUND_MS);
    }
}
