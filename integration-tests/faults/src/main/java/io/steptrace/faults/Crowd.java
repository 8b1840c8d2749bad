package io.steptrace.faults;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.steptrace.Effect;

/** Work for a queue that has room for little of it. */
@ApplicationScoped
public class Crowd {

    private static final long MILLIS_EACH = 4;

    @Effect(value = "compute.serve guest", queue = "narrow")
    public Uni<Void> serve() {
        return Uni.createFrom().item(() -> {
            try {
                Thread.sleep(MILLIS_EACH);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return null;
        });
    }
}
