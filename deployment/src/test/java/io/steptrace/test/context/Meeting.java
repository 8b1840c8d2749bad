package io.steptrace.test.context;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;

/** Threads wait here for each other, for a bounded time. */
final class Meeting {

    private Meeting() {
    }

    static void at(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static void after(CountDownLatch latch) {
        try {
            if (!latch.await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nothing arrived");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
