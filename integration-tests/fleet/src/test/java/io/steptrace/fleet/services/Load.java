package io.steptrace.fleet.services;

import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.steptrace.fleet.Course;

/** Requests at a steady rate until it is stopped: of a hundred two fail, two wait for a permit, and the others are fast. */
public final class Load implements AutoCloseable {

    private static final int CLIENTS = 4;
    private static final int OF_EACH = 50;
    private static final long PATIENCE_S = 60;

    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(CLIENTS);
    private final Collection<Sent> sent = new ConcurrentLinkedQueue<>();
    private final AtomicInteger number = new AtomicInteger();
    private final List<Future<?>> clients = new ArrayList<>();

    /** @param perSecond requests, each with so many items */
    public Load(Services services, int perSecond, int items) {
        Client client = new Client(HttpClient.newHttpClient(), services, items);
        for (int each = 0; each < CLIENTS; each++) {
            clients.add(clock.scheduleAtFixedRate(() -> sent.add(client.send(next())), 0,
                    TimeUnit.SECONDS.toMicros(CLIENTS) / perSecond, TimeUnit.MICROSECONDS));
        }
    }

    private Course next() {
        return switch (number.getAndIncrement() % OF_EACH) {
            case 0 -> Course.FAILING;
            case 1 -> Course.PARKED;
            default -> Course.FAST;
        };
    }

    /** How many requests are answered. */
    public int answered() {
        return sent.size();
    }

    /** Ends it; all requests, of which none was answered wrongly. */
    public List<Sent> stop() throws InterruptedException, ExecutionException {
        clock.shutdown();
        if (!clock.awaitTermination(PATIENCE_S, TimeUnit.SECONDS)) {
            throw new AssertionError("a request is not answered");
        }
        for (Future<?> client : clients) {
            if (!client.isCancelled()) {
                // one whose request went wrong has ended with it
                client.get();
            }
        }
        return List.copyOf(sent);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
