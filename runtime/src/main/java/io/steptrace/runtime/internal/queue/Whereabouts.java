package io.steptrace.runtime.internal.queue;

import java.time.Duration;
import java.util.stream.Stream;

/** Where a job is, for those who wait for its end; written by its worker, read by any thread. */
final class Whereabouts {

    /** In whose frames code of an application waits, and not hangs. */
    private static final String PLATFORM = "(java|jdk|sun|io\\.(netty|quarkus|smallrye|steptrace\\.runtime|vertx)|org\\.jboss)\\..*";

    private volatile Thread worker;
    private volatile long begunNanos;

    /** The code of the job runs on this thread now. */
    void begin() {
        begunNanos = System.nanoTime();
        worker = Thread.currentThread();
    }

    /** It has returned, and at most its result is still to come. */
    synchronized void leave() {
        worker = null;
    }

    /** Not once the job has left its thread, which may be at work for another then. */
    synchronized void interrupt() {
        Thread running = worker;
        if (running != null) {
            running.interrupt();
        }
    }

    /** As in {@code 3.2 s on executor-thread-1, in com.acme.Posts.load(Posts.java:42)}. */
    @Override
    public String toString() {
        Thread running = worker;
        String since = Duration.ofNanos(System.nanoTime() - begunNanos).toMillis() / 1_000.0 + " s";
        return running == null ? "no result for " + since : since + " on " + running.getName() + placeOf(running);
    }

    private static String placeOf(Thread running) {
        return Stream.of(running.getStackTrace()).filter(frame -> !frame.getClassName().matches(PLATFORM)).findFirst()
                .map(frame -> ", in " + frame).orElse("");
    }
}
