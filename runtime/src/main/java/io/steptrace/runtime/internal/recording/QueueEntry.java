package io.steptrace.runtime.internal.recording;

import io.steptrace.runtime.internal.text.BoundedText;

/** What a queue knew of a job when it came and when it went; guarded by the lock of the recording. */
final class QueueEntry {

    static final int UNKNOWN = -1;

    private final String queue;
    private int depthAtEnqueue = UNKNOWN;
    private int depthAtTake = UNKNOWN;
    private String worker;

    QueueEntry(String queue) {
        this.queue = BoundedText.name(queue);
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
