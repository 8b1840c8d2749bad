package io.steptrace.fleet;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.steptrace.Step;

/** Work that is done by one worker. */
@ApplicationScoped
public class Counting {

    private static final long COUNT_MILLIS = 120;

    @Step(value = "count", queue = "counting")
    Uni<Void> count() {
        try {
            Thread.sleep(COUNT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Uni.createFrom().voidItem();
    }
}
