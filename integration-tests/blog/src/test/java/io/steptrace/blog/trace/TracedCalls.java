package io.steptrace.blog.trace;

import static io.restassured.RestAssured.given;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import jakarta.inject.Singleton;

import io.restassured.specification.RequestSpecification;

/** Calls pages and returns the traces these calls left. */
@Singleton
public class TracedCalls {

    private final CollectedTraces traces;

    TracedCalls(CollectedTraces traces) {
        this.traces = traces;
    }

    /** The trace of one GET. */
    public LocalTrace get(String path) {
        return trace(request -> request.get(path));
    }

    /** The trace of one request of any kind. */
    public LocalTrace trace(Consumer<RequestSpecification> call) {
        return traces.awaitTraceOf(send(call));
    }

    /** The traces of several GETs sent at the same time, after one that warms the application up. */
    public List<LocalTrace> getAtOnce(int calls, String path) throws Exception {
        send(request -> request.get(path));
        CyclicBarrier allReady = new CyclicBarrier(calls);
        Callable<String> call = () -> {
            allReady.await(10, TimeUnit.SECONDS);
            return send(request -> request.get(path));
        };
        ExecutorService clients = Executors.newFixedThreadPool(calls);
        try {
            List<Future<String>> userAgents = new ArrayList<>();
            for (int i = 0; i < calls; i++) {
                userAgents.add(clients.submit(call));
            }
            List<LocalTrace> collected = new ArrayList<>();
            for (Future<String> userAgent : userAgents) {
                collected.add(traces.awaitTraceOf(userAgent.get(20, TimeUnit.SECONDS)));
            }
            return collected;
        } finally {
            clients.shutdownNow();
        }
    }

    private static String send(Consumer<RequestSpecification> call) {
        String userAgent = "test-" + UUID.randomUUID();
        call.accept(given().header("User-Agent", userAgent));
        return userAgent;
    }
}
