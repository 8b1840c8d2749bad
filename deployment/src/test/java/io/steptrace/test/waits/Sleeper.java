package io.steptrace.test.waits;

import jakarta.enterprise.context.ApplicationScoped;

import io.steptrace.Step;

/** Waits, and does not say so. */
@ApplicationScoped
public class Sleeper {

    @Step
    public void nap() throws InterruptedException {
        Thread.sleep(30);
    }

    /** Keeps its thread busy for longer than the waits that are looked for. */
    @Step
    public long work() {
        long endNanos = System.nanoTime() + 20_000_000;
        long sum = 0;
        while (System.nanoTime() - endNanos < 0) {
            sum++;
        }
        return sum;
    }
}
