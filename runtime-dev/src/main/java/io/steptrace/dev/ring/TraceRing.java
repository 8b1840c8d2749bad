package io.steptrace.dev.ring;

import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;

import io.steptrace.dev.answer.TraceDetail;
import io.steptrace.dev.answer.TraceLine;
import io.vertx.core.json.JsonObject;

/**
 * The traces that were finished last: bounded in number and in bytes, the oldest give way. Thread-safe.
 * <p>
 * What holds them consists of types of the JDK alone, so that it may outlive the application: a line as JSON, and the packed
 * JSON of the whole trace.
 */
public final class TraceRing {

    private final Deque<Map.Entry<String, byte[]>> kept;
    private final int maxTraces;
    private final long maxBytes;
    private long bytes;

    /**
     * @param kept what an application before has left, the oldest first; is written to from now on by this ring alone
     * @param maxTraces at least 1
     * @param maxBytes of all of them; the newest is kept in any case
     */
    public TraceRing(Deque<Map.Entry<String, byte[]>> kept, int maxTraces, long maxBytes) {
        this.kept = kept;
        this.maxTraces = maxTraces;
        this.maxBytes = maxBytes;
        this.bytes = kept.stream().mapToLong(TraceRing::sizeOf).sum();
        forgetSurplus();
    }

    public void add(TraceDetail trace) {
        Map.Entry<String, byte[]> entry = new SimpleImmutableEntry<>(RecordJson.write(trace.line()).encode(),
                PackedText.pack(RecordJson.write(trace).encode()));
        synchronized (kept) {
            kept.add(entry);
            bytes += sizeOf(entry);
            forgetSurplus();
        }
    }

    private void forgetSurplus() {
        while (kept.size() > maxTraces || bytes > maxBytes && kept.size() > 1) {
            bytes -= sizeOf(kept.remove());
        }
    }

    private static long sizeOf(Map.Entry<String, byte[]> entry) {
        return entry.getKey().length() + entry.getValue().length;
    }

    /** The newest first. */
    public List<TraceLine> lines() {
        List<TraceLine> lines = new ArrayList<>();
        for (Map.Entry<String, byte[]> entry : entries()) {
            lines.add(lineOf(entry));
        }
        Collections.reverse(lines);
        return lines;
    }

    private static TraceLine lineOf(Map.Entry<String, byte[]> entry) {
        return RecordJson.read(new JsonObject(entry.getKey()), TraceLine.class);
    }

    /** The trace of this id; null if it is not held. */
    public TraceDetail find(String id) {
        for (Map.Entry<String, byte[]> entry : entries()) {
            if (lineOf(entry).id().equals(id)) {
                return RecordJson.read(new JsonObject(PackedText.unpack(entry.getValue())), TraceDetail.class);
            }
        }
        return null;
    }

    public void clear() {
        synchronized (kept) {
            kept.clear();
            bytes = 0;
        }
    }

    private List<Map.Entry<String, byte[]>> entries() {
        synchronized (kept) {
            return new ArrayList<>(kept);
        }
    }
}
