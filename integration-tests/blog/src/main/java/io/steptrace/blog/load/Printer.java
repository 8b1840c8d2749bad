package io.steptrace.blog.load;

import java.time.Duration;
import java.util.concurrent.Semaphore;

import jakarta.enterprise.context.ApplicationScoped;

import io.steptrace.ParkCause;
import io.steptrace.Parking;

/** A device that serves one at a time; a caller that comes while it is taken is parked. */
@ApplicationScoped
class Printer {

    private static final int PERMITS = 1;
    private static final Duration EFFORT = Duration.ofMillis(20);

    private final Semaphore permits = new Semaphore(PERMITS, true);

    /** Prints a sheet and returns its fingerprint. */
    String print(String sheet) {
        acquire();
        try {
            return Hashing.hash(sheet, EFFORT);
        } finally {
            permits.release();
        }
    }

    private void acquire() {
        if (permits.tryAcquire()) {
            return;
        }
        try (Parking.Parked parked = Parking.on(ParkCause.BACKPRESSURE).token("printer")
                .limit(PERMITS - permits.availablePermits(), PERMITS).park()) {
            permits.acquireUninterruptibly();
        }
    }
}
