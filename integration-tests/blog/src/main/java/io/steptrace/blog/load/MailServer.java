package io.steptrace.blog.load;

import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

/** A mail server that takes only every third delivery. */
@ApplicationScoped
class MailServer {

    private static final int INSISTENCE = 3;

    private final AtomicInteger deliveries = new AtomicInteger();

    void deliver() {
        if (deliveries.incrementAndGet() % INSISTENCE != 0) {
            throw new IllegalStateException("try again");
        }
    }
}
