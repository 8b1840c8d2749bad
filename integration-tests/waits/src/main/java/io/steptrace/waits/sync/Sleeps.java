package io.steptrace.waits.sync;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.steptrace.ParkCause;
import io.steptrace.Parking;
import io.steptrace.Step;

/** Steps that sleep. */
@ApplicationScoped
public class Sleeps {

    private static final long ONCE_MS = 60;
    private static final long INNER_MS = 50;
    private static final long MARKED_MS = 40;
    private static final long EACH_MS = 10;
    private static final long FIRST_MS = 55;
    private static final int TIMES = 20;
    private static final Duration LATER = Duration.ofMillis(50);

    @Step("sleep_once")
    public void once() throws InterruptedException {
        Thread.sleep(ONCE_MS);
    }

    @Step("sleep_twenty_times")
    public void twentyTimes() throws InterruptedException {
        for (int i = 0; i < TIMES; i++) {
            Thread.sleep(EACH_MS);
        }
    }

    @Step("sleep_within")
    public void within() throws InterruptedException {
        Thread.sleep(INNER_MS);
    }

    /** Sleeps within a wait that is marked. */
    @Step("sleep_marked")
    public void marked() throws InterruptedException {
        try (Parking.Parked parked = Parking.on(ParkCause.RATE_LIMIT).token("bucket").park()) {
            Thread.sleep(MARKED_MS);
        }
    }

    /** Sleeps on the thread of its caller, and returns something that takes as long again on none. */
    @Step("sleep_first")
    public Uni<String> first() throws InterruptedException {
        Thread.sleep(FIRST_MS);
        return Uni.createFrom().item("later").onItem().delayIt().by(LATER);
    }
}
