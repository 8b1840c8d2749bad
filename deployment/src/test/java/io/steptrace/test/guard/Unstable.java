package io.steptrace.test.guard;

import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

import io.steptrace.Effect;

/** Fails twice, in two ways, before it works. */
@ApplicationScoped
public class Unstable {

    private final AtomicInteger calls = new AtomicInteger();

    void startOver() {
        calls.set(0);
    }

    int nextCall() {
        return calls.incrementAndGet();
    }

    String thirdTime() {
        return switch (calls.incrementAndGet()) {
            case 1 -> throw new IllegalStateException("first");
            case 2 -> throw new IllegalArgumentException("second");
            default -> "third";
        };
    }

    @Effect("cache.get author")
    String load() {
        return "instead";
    }
}
