package io.steptrace.runtime.internal.stuck;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;

import org.awaitility.Awaitility;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.steptrace.runtime.internal.context.CarriedContext;

/** A thread that hangs in a context until it is released. */
final class HungThread implements AutoCloseable {

    private final CountDownLatch release = new CountDownLatch(1);
    private final CountDownLatch entered = new CountDownLatch(1);
    private final Thread thread;

    HungThread(String name, Context context) throws InterruptedException {
        this(name, context, Thread::new);
    }

    HungThread(String name, Context context, ThreadFactory factory) throws InterruptedException {
        this(name, context, factory, null);
        entered.await();
        Awaitility.await().until(thread::getState, Thread.State.WAITING::equals);
    }

    private HungThread(String name, Context context, ThreadFactory factory, Object monitor) {
        this.thread = factory.newThread(() -> {
            try (Scope ignored = CarriedContext.attach(context)) {
                entered.countDown();
                if (monitor == null) {
                    hang();
                } else {
                    hangIn(monitor);
                }
            }
        });
        thread.setName(name);
        thread.setDaemon(true);
        thread.start();
    }

    /** One that waits for a monitor, which the caller has. */
    static HungThread blocked(String name, Context context, Object monitor) {
        HungThread blocked = new HungThread(name, context, Thread::new, monitor);
        Awaitility.await().until(blocked.thread::getState, Thread.State.BLOCKED::equals);
        return blocked;
    }

    private void hang() {
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void hangIn(Object monitor) {
        synchronized (monitor) {
            entered.countDown();
        }
    }

    @Override
    public void close() throws InterruptedException {
        release.countDown();
        thread.join();
    }
}
