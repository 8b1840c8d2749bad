package io.steptrace.threads;

import java.util.concurrent.Semaphore;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.faulttolerance.Bulkhead;

import io.smallrye.mutiny.Uni;
import io.steptrace.Effect;
import io.steptrace.JobQueue;
import io.steptrace.ParkCause;
import io.steptrace.Parking;
import io.steptrace.Step;

/** What virtual threads have to wait for in turns: a bulkhead, behind it a semaphore, and then a task of their own. */
@ApplicationScoped
public class Turns {

    private static final int PERMITS = 2;

    private final Semaphore permits = new Semaphore(PERMITS);
    private final Stores stores;
    private final ManagedExecutor executor;

    Turns(Stores stores, @JobQueue("effects") ManagedExecutor executor) {
        this.stores = stores;
        this.executor = executor;
    }

    @Step("take_turn")
    @Bulkhead(value = 2 * PERMITS, waitingTaskQueue = 1000)
    Uni<String> take(long id) {
        return stores.post(id).chain(() -> stores.author(id));
    }

    @Effect("compute.permit")
    String permitted(String turn) {
        try (Parking.Parked parked = Parking.on(ParkCause.BACKPRESSURE).limit(PERMITS, PERMITS).park()) {
            permits.acquireUninterruptibly();
        }
        try {
            return stores.label(turn);
        } finally {
            permits.release();
        }
    }

    @Step("end_turn")
    String end(String turn) {
        return executor.supplyAsync(() -> turn + ".").join();
    }
}
