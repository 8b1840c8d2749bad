package io.steptrace.runtime.internal.wiring.export;

/** What the export may take of the heap where nothing is configured: the application comes first. */
final class HeapShare {

    /** The most, however large the heap is, in bytes. */
    static final long MOST_BYTES = 64L * 1024 * 1024;

    private static final long PART = 10;

    private HeapShare() {
    }

    static long bytes() {
        return Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / PART);
    }
}
