package io.steptrace.fleet;

import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.steptrace.Step;

/** The work of the first service. */
@ApplicationScoped
public class Orders {

    private static final long SLOW_NANOS = TimeUnit.MILLISECONDS.toNanos(1100);

    @Inject
    Supplier supplier;

    @Step("place_order")
    String place(Course course, int items) {
        String seen = supplier.take(course, items);
        if (course == Course.SLOW) {
            long end = System.nanoTime() + SLOW_NANOS;
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
        }
        return seen;
    }
}
