package io.steptrace.collector;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

import io.opentelemetry.proto.trace.v1.Span;
import io.vertx.core.http.HttpServerOptions;

/** A server that follows a script and remembers what it got. Safe for any thread. */
public abstract class RecordingServer<B> extends LoopbackServer {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(10);

    private final Recording recording = new Recording();
    private final Queue<B> next = new ConcurrentLinkedQueue<>();
    private volatile B always;

    protected RecordingServer(int port, HttpServerOptions options, B always) {
        super(port, options);
        this.always = always;
    }

    /** Queues one behaviour for each of the next requests, after those already queued. */
    @SafeVarargs
    public final void next(B... behaviours) {
        next.addAll(Arrays.asList(behaviours));
    }

    /** What is done with a request once nothing is queued. */
    public final void always(B behaviour) {
        always = behaviour;
    }

    /** Hands over each span that arrives, accepted or not, on the event loop; only their ids are kept otherwise. */
    public final void onSpan(Consumer<Span> reader) {
        recording.onSpan(reader);
    }

    /** Forgets all requests, deliveries and queued behaviours; the default behaviour stays. */
    public final void forget() {
        next.clear();
        recording.clear();
    }

    /** The requests in the order of their arrival, those still being read among them. */
    public final List<ReceivedRequest> requests() {
        return recording.requests();
    }

    /** How often each span was accepted, by span id. */
    public final Map<String, Integer> deliveries() {
        return recording.deliveries();
    }

    /** Waits until so many requests have met their behaviour, and returns all requests. */
    public final List<ReceivedRequest> awaitRequests(int count) {
        waiting("requests").until(() -> requests().stream().filter(ReceivedRequest::isMet).count() >= count);
        return requests();
    }

    /** Waits until each of the spans was accepted at least once. */
    public final void awaitSpans(Collection<String> spanIds) {
        waiting("spans").until(() -> deliveries().keySet().containsAll(spanIds));
    }

    /** Waits until exactly so many connections are open. */
    public final void awaitOpenConnections(int count) {
        waiting("open connections").until(() -> openConnections() == count);
    }

    protected final B take() {
        B queued = next.poll();
        return queued != null ? queued : always;
    }

    protected final Recording recording() {
        return recording;
    }

    private static ConditionFactory waiting(String what) {
        return Awaitility.await(what).atMost(PATIENCE).pollDelay(Duration.ZERO).pollInterval(POLL);
    }
}
