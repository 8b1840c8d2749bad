package io.steptrace.threads;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.steptrace.Effect;
import io.steptrace.ParkCause;
import io.steptrace.Parking;

/** What pages are made of; every effect blocks its virtual thread. */
@ApplicationScoped
public class Stores {

    /** There is no such page. */
    static final long UNKNOWN = 404;
    /** Has no author. */
    static final long ORPHAN = 4;
    /** Cannot be read. */
    static final long BROKEN = 5;

    private static final Duration LATENCY = Duration.ofMillis(20);

    @Effect(value = "db.get post", queue = "effects")
    Uni<String> post(long id) {
        waitForTheDatabase();
        if (id == BROKEN) {
            throw new IllegalStateException("post " + id + " cannot be read");
        }
        return Uni.createFrom().item("post " + id);
    }

    @Effect(value = "cache.get author", queue = "effects")
    Uni<String> author(long id) {
        if (id == ORPHAN) {
            throw new IllegalStateException("post " + id + " has no author");
        }
        return Uni.createFrom().item("Ada");
    }

    @Effect(value = "http.get comments", queue = "effects")
    Uni<List<String>> comments(long id) {
        return Uni.createFrom().item(List.of("first"));
    }

    @Effect("compute.label")
    String label(String text) {
        waitForTheDatabase();
        return "by " + text;
    }

    static void waitForTheDatabase() {
        try (Parking.Parked parked = Parking.on(ParkCause.IO_WAIT).token("database").park()) {
            long until = System.nanoTime() + LATENCY.toNanos();
            while (System.nanoTime() - until < 0) {
                LockSupport.parkNanos(until - System.nanoTime());
            }
        }
    }
}
