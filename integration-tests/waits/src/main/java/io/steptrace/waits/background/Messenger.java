package io.steptrace.waits.background;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.vertx.ConsumeEvent;
import io.steptrace.Step;

/** Receives a message of the event bus, and is slow about it. */
@ApplicationScoped
public class Messenger {

    static final String ADDRESS = "letter";

    private static final long READING_MS = 50;

    @ConsumeEvent(value = ADDRESS, blocking = true)
    @Step("read_letter")
    public void read(String letter) throws InterruptedException {
        Thread.sleep(READING_MS);
    }
}
