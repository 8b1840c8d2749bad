package io.steptrace.runtime.internal.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;

import com.sun.management.ThreadMXBean;

/** What reading costs in memory: a length that lies must not be believed. */
public final class Allocation {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Far more than any of our inputs is worth, and far less than a forged length asks for. */
    private static final long MAX_BYTES = 64L << 20;

    private Allocation() {
    }

    /** Reads, on this thread; no throwable is caught. */
    public static void bounded(Reading reading) throws Exception {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        reading.read();
        assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(MAX_BYTES);
    }

    /** Reads an input. */
    @FunctionalInterface
    public interface Reading {
        void read() throws Exception;
    }
}
