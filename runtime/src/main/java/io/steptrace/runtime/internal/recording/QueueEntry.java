package io.steptrace.runtime.internal.recording;

import io.steptrace.runtime.internal.text.BoundedText;

/** What a queue knew of a job when it came and when it went; guarded by the lock of the recording. */
final class QueueEntry {

    static final int UNKNOWN = -1;

    private final String queue;
    private final boolean isHandOver;
    private int depthAtEnqueue = UNKNOWN;
    private int depthAtTake = UNKNOWN;
    private String worker;

    private QueueEntry(String queue, boolean isHandOver) {
        this.queue = BoundedText.name(queue);
        this.isHandOver = isHandOver;
    }

    static QueueEntry ofQueue(String queue) {
        return new QueueEntry(queue, false);
    }

    /** Of work that only goes from one thread to another, because it must. */
    static QueueEntry ofHandOver(String queue) {
        return new QueueEntry(queue, true);
    }

    boolean isHandOver() {
        return isHandOver;
    }

    void enqueued(int depth) {
        depthAtEnqueue = depth;
    }

    /** @param depth {@link #UNKNOWN} for an external queue, which does not report it */
    void taken(String workerName, int depth) {
        worker = BoundedText.name(workerName);
        depthAtTake = depth;
    }

    String queue() {
        return queue;
    }

    boolean isDepthKnown() {
        return depthAtEnqueue != UNKNOWN;
    }

    int depthAtEnqueue() {
        return depthAtEnqueue;
    }

    int depthAtTake() {
        return depthAtTake;
    }

    String worker() {
        return worker;
    }
}
