package io.steptrace.orders;

import java.util.concurrent.CountDownLatch;

import jakarta.enterprise.context.ApplicationScoped;

import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.steptrace.Step;

/** Handles orders, unless it is closed: then the first one waits at the desk, and all later ones in front of it. */
@ApplicationScoped
public class OrderDesk {

    private volatile CountDownLatch opening = new CountDownLatch(0);

    public void close() {
        opening = new CountDownLatch(1);
    }

    public void open() {
        opening.countDown();
    }

    @Step("handle_order")
    public void handle(@SpanAttribute("orders.id") String id) {
        try {
            opening.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Step("file_order")
    public void file(@SpanAttribute("orders.id") String id) {
        // the second step of the same message
    }
}
