package io.steptrace.test.internal.spans;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;

/** The spans that have come so far, by trace. Thread-safe; past its bound the trace that came first is forgotten. */
public final class CollectedSpans {

    private static final int MAX_SPANS = 100_000;
    /** How long nothing may come of a trace that a message goes on with. */
    private static final Duration QUIET_AFTER_MESSAGE = Duration.ofMillis(250);

    private final Duration quiet;
    /** Not a monitor: a virtual thread that waits for one keeps its carrier. */
    private final Lock lock = new ReentrantLock();
    private final Map<String, Arrived> traces = new LinkedHashMap<>();
    private int size;
    private long sinceEpochNanos;

    /** @param quiet for how long nothing may have come of a trace before it counts as complete */
    public CollectedSpans(Duration quiet) {
        this.quiet = quiet;
    }

    /** Some spans have come, of one trace or of many. */
    public void add(Collection<SpanData> spans) {
        lock.lock();
        try {
            spans.forEach(this::add);
            makeRoom();
        } finally {
            lock.unlock();
        }
    }

    /** A span has started that will come. A trace is complete only once all of these have. */
    public void expect(String traceId) {
        lock.lock();
        try {
            traces.computeIfAbsent(traceId, id -> new Arrived()).expected++;
            makeRoom();
        } finally {
            lock.unlock();
        }
    }

    private void makeRoom() {
        Iterator<Arrived> oldest = traces.values().iterator();
        while ((size > MAX_SPANS || traces.size() > MAX_SPANS) && oldest.hasNext()) {
            size -= oldest.next().spans.size();
            oldest.remove();
        }
    }

    private void add(SpanData span) {
        Arrived trace = traces.computeIfAbsent(span.getTraceId(), id -> new Arrived());
        trace.spans.add(span);
        trace.lastNanos = System.nanoTime();
        size++;
    }

    /** Forgets all, and what is still to come of a trace that has begun before. */
    public void reset() {
        lock.lock();
        try {
            Instant now = Instant.now();
            sinceEpochNanos = TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
            traces.clear();
            size = 0;
        } finally {
            lock.unlock();
        }
    }

    /** The traces of which all has come, in the order of their first spans. */
    public List<SpanTree> complete() {
        return trees(true);
    }

    /** The others. */
    public List<SpanTree> incomplete() {
        return trees(false);
    }

    private List<SpanTree> trees(boolean areComplete) {
        lock.lock();
        try {
            List<SpanTree> trees = new ArrayList<>();
            traces.values().stream().filter(arrived -> !arrived.spans.isEmpty()).forEach(arrived -> {
                SpanTree tree = new SpanTree(arrived.spans);
                if (tree.spans().get(0).getStartEpochNanos() >= sinceEpochNanos && isComplete(arrived, tree) == areComplete) {
                    trees.add(tree);
                }
            });
            return trees;
        } finally {
            lock.unlock();
        }
    }

    private boolean isComplete(Arrived arrived, SpanTree tree) {
        boolean goesOn = arrived.spans.stream().anyMatch(span -> span.getKind() == SpanKind.PRODUCER);
        Duration required = goesOn ? QUIET_AFTER_MESSAGE : quiet;
        return arrived.spans.size() >= arrived.expected && System.nanoTime() - arrived.lastNanos >= required.toNanos()
                && tree.isRooted();
    }

    private static final class Arrived {

        final List<SpanData> spans = new ArrayList<>();
        int expected;
        long lastNanos;
    }
}
