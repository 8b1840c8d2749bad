package io.steptrace.runtime.internal.waits.jfr;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.steptrace.runtime.internal.waits.ApplicationCode;
import io.steptrace.runtime.internal.waits.DetectedWait;
import io.steptrace.runtime.internal.waits.WaitListener;

/** A JVM with nothing but a stream of waits, which says on its output how that goes, and exits. */
final class StreamAlone implements WaitListener {

    private final CountDownLatch known = new CountDownLatch(1);

    private StreamAlone() {
    }

    public static void main(String[] arguments) throws InterruptedException {
        StreamAlone listener = new StreamAlone();
        try (WaitStream stream = new WaitStream(
                new WaitStreamSettings(Duration.ofMillis(5), 0, new ApplicationCode(Set.of())), listener)) {
            stream.start();
            listener.known.await(30, TimeUnit.SECONDS);
        }
        System.exit(0);
    }

    @Override
    public boolean waited(DetectedWait wait) {
        return false;
    }

    @Override
    public void reportedUntil(long epochNanos) {
        System.out.println("runs");
        known.countDown();
    }

    @Override
    public void stopped() {
        System.out.println("stopped");
        known.countDown();
    }
}
