package io.steptrace.faults.neighbours;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.steptrace.faults.ApplicationProcess;

/** Requests that go on until they are stopped, and the spans that they made. */
final class SteadyLoad implements AutoCloseable {

    private static final int SPANS = 100;
    private static final long INTERVAL_MILLIS = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Set<String> spanIds = ConcurrentHashMap.newKeySet();
    private final Future<?> requests;

    SteadyLoad(ApplicationProcess application) {
        requests = clock.scheduleWithFixedDelay(() -> spanIds.addAll(application.makeTrace(SPANS, 0)), 0, INTERVAL_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    /** Waits until so many more spans were made. */
    void awaitMore(int spans) {
        int before = spanIds.size();
        await("load").atMost(PATIENCE).until(() -> spanIds.size() >= before + spans || requests.isDone());
    }

    /** Ends it; the ids of all spans. */
    Set<String> stop() throws InterruptedException, ExecutionException {
        if (requests.isDone()) {
            // a request that was not answered has ended all
            requests.get();
        }
        close();
        clock.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        return Set.copyOf(spanIds);
    }

    @Override
    public void close() {
        clock.shutdown();
    }
}
