package io.steptrace.fleet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.smallrye.mutiny.Uni;
import io.steptrace.ParkCause;
import io.steptrace.Parking;
import io.steptrace.Step;

/** The work of the second service. */
@ApplicationScoped
public class Stock {

    private static final long PERMIT_MILLIS = 250;

    @Inject
    Shelves shelves;
    @Inject
    Counting counting;
    @Inject
    Tracer tracer;

    @Step("take_from_stock")
    void take(Course course, int items) {
        for (int item = 1; item <= items; item++) {
            shelves.look(item);
        }
        switch (course) {
            case FAILING -> shelves.collapse();
            case DISPENSABLE -> ignoringFailures(shelves::photograph);
            case REFUSED -> ignoringFailures(shelves::reserve);
            case FOREIGN -> tracer.spanBuilder("foreign").startSpan().setStatus(StatusCode.ERROR).end();
            // one at a time: the second waits for the first
            case QUEUED -> Uni.join().all(counting.count(), counting.count()).andFailFast().await().indefinitely();
            case PARKED -> waitForPermit();
            default -> {
            }
        }
    }

    private static void waitForPermit() {
        try (Parking.Parked waiting = Parking.park(ParkCause.RATE_LIMIT)) {
            Thread.sleep(PERMIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void ignoringFailures(Runnable work) {
        try {
            work.run();
        } catch (IllegalStateException | OutOfStockException failure) {
            // the order can be taken without it
        }
    }
}
