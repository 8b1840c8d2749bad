package io.steptrace.runtime.internal.waits.jfr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;

import io.steptrace.runtime.internal.waits.ApplicationCode;
import io.steptrace.runtime.internal.waits.jfr.ReportedWaits.Waited;

/** A stream that has seen many parked threads of no use asks for no more, until it is to. */
class ArmedStreamTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LONG_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final ReportedWaits reported = new ReportedWaits();

    @Test
    void leavesOutParkedThreadsUntilSomeWorkIsUnexplained() throws Exception {
        ParkArming arming = afterManyUselessOnes();
        WaitStreamSettings settings = new WaitStreamSettings(Duration.ofMillis(5), 0, new ApplicationCode(Set.of()));
        try (WaitStream stream = new WaitStream(reported,
                (listener, unused) -> new FlightStream(settings, listener, arming))) {
            stream.start();
            await().atMost(PATIENCE).until(() -> !has(parkedAndSlept(), "jdk.ThreadPark"));
            assertThat(has(parkedAndSlept(), "jdk.ThreadSleep")).as("other events").isTrue();
            arming.unexplained();
            await().atMost(PATIENCE).until(() -> has(parkedAndSlept(), "jdk.ThreadPark"));
        }
    }

    private static ParkArming afterManyUselessOnes() {
        ParkArming arming = new ParkArming(System.nanoTime() - TimeUnit.SECONDS.toNanos(10));
        for (int i = 0; i < 1_000_000; i++) {
            arming.parked(false);
        }
        return arming;
    }

    private Waited parkedAndSlept() throws Exception {
        return reported.during(() -> {
            LockSupport.parkNanos(LONG_NANOS);
            Thread.sleep(TimeUnit.NANOSECONDS.toMillis(LONG_NANOS));
            return null;
        });
    }

    private static boolean has(Waited waited, String event) {
        return waited.waits().stream().anyMatch(wait -> wait.event().equals(event));
    }
}
