package io.steptrace.test.http;

import java.util.concurrent.CountDownLatch;

import jakarta.enterprise.context.ApplicationScoped;

import org.awaitility.Awaitility;

import io.smallrye.mutiny.Multi;
import io.steptrace.Step;

/** Streams that end in one way or another, and requests that are held back until a gate opens. */
@ApplicationScoped
public class StreamSource {

    private volatile CountDownLatch requested = new CountDownLatch(1);
    private volatile CountDownLatch gate = new CountDownLatch(1);

    void startOver() {
        requested = new CountDownLatch(1);
        gate = new CountDownLatch(1);
    }

    void open() {
        gate.countDown();
    }

    void pass() throws InterruptedException {
        request();
        gate.await();
    }

    void request() {
        requested.countDown();
    }

    void awaitRequest() {
        Awaitility.await().until(() -> requested.getCount() == 0);
    }

    Multi<String> endless() {
        return Multi.createBy().concatenating().streams(Multi.createFrom().items("data-1"), Multi.createFrom().nothing());
    }

    @Step
    Multi<String> ticks() {
        return endless();
    }

    Multi<String> broken() {
        return Multi.createBy().concatenating().streams(Multi.createFrom().items("data-1"),
                Multi.createFrom().failure(new IllegalStateException("broken off")));
    }

    @Step
    Multi<String> brokenStep() {
        return broken();
    }
}
