package io.steptrace.waits.sync;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.steptrace.Step;

/** A step that computes and waits for nothing. */
@ApplicationScoped
public class Effort {

    private static final Duration EFFORT = Duration.ofMillis(40);

    /** Returns a number that depends on how fast the machine is. */
    @Step("compute")
    public long compute() {
        long begun = System.nanoTime();
        long number = 1;
        while (System.nanoTime() - begun < EFFORT.toNanos()) {
            number = number * 31 + 7;
        }
        return number;
    }
}
