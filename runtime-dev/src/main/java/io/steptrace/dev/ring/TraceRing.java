package io.steptrace.dev.ring;

import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import io.steptrace.dev.answer.TraceDetail;
import io.steptrace.dev.answer.TraceLine;
import io.vertx.core.json.JsonObject;

/**
 * The traces that were finished last: bounded in number and in bytes, the oldest give way. Thread-safe.
 * <p>
 * What holds them consists of types of the JDK alone, so that it may outlive the application: by its id, a line as JSON, and
 * the packed JSON of the whole trace.
 */
public final class TraceRing {

    private final Map<String, Map.Entry<String, byte[]>> kept;
    private final int maxTraces;
    private final long maxBytes;

    /**
     * @param kept what an application before has left, the oldest first; the application before may still add to it
     * @param maxTraces at least 1
     * @param maxBytes of all of them; the newest is kept in any case
     */
    public TraceRing(Map<String, Map.Entry<String, byte[]>> kept, int maxTraces, long maxBytes) {
        this.kept = kept;
        this.maxTraces = maxTraces;
        this.maxBytes = maxBytes;
        synchronized (kept) {
            forgetSurplus();
        }
    }

    /** Holds a trace; returns it as it is held, with an id of its own. */
    public TraceDetail add(TraceDetail trace) {
        synchronized (kept) {
            TraceLine line = trace.line().withId(freeId(trace.line().traceId()));
            TraceDetail held = new TraceDetail(line, trace.verdict(), trace.text(), trace.spans());
            Map.Entry<String, byte[]> entry = new SimpleImmutableEntry<>(RecordJson.write(line).encode(),
                    PackedText.pack(RecordJson.write(held).encode()));
            kept.put(line.id(), entry);
            forgetSurplus();
            return held;
        }
    }

    /** The trace id, unless there is another local trace of that: a consumed message, or what was begun by a request. */
    private String freeId(String traceId) {
        String free = traceId;
        for (int number = 2; kept.containsKey(free); number++) {
            free = traceId + '-' + number;
        }
        return free;
    }

    private void forgetSurplus() {
        long bytes = kept.values().stream().mapToLong(TraceRing::sizeOf).sum();
        Iterator<Map.Entry<String, byte[]>> oldest = kept.values().iterator();
        while (kept.size() > maxTraces || bytes > maxBytes && kept.size() > 1) {
            bytes -= sizeOf(oldest.next());
            oldest.remove();
        }
    }

    private static long sizeOf(Map.Entry<String, byte[]> entry) {
        return entry.getKey().length() + entry.getValue().length;
    }

    /** The newest first. */
    public List<TraceLine> lines() {
        List<Map.Entry<String, byte[]>> entries;
        synchronized (kept) {
            entries = new ArrayList<>(kept.values());
        }
        Collections.reverse(entries);
        return entries.stream().map(entry -> RecordJson.read(new JsonObject(entry.getKey()), TraceLine.class)).toList();
    }

    /** The trace of this id; null if it is not held. */
    public TraceDetail find(String id) {
        Map.Entry<String, byte[]> entry;
        synchronized (kept) {
            entry = kept.get(id);
        }
        return entry == null ? null
                : RecordJson.read(new JsonObject(PackedText.unpack(entry.getValue())), TraceDetail.class);
    }

    public void clear() {
        synchronized (kept) {
            kept.clear();
        }
    }
}
