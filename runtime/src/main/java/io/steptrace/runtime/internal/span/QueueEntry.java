package io.steptrace.runtime.internal.span;

/** What a queue knew of a job when it came and when it went; written before the job changes threads, read after. */
final class QueueEntry {

    private final String queue;
    private int depthAtEnqueue;
    private int depthAtTake;
    private String worker;

    QueueEntry(String queue) {
        this.queue = queue;
    }

    void enqueued(int depth) {
        depthAtEnqueue = depth;
    }

    void taken(String workerName, int depth) {
        worker = workerName;
        depthAtTake = depth;
    }

    String queue() {
        return queue;
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
