package io.steptrace.benchmarks.soak;

import java.io.IOException;

import io.steptrace.benchmarks.served.JvmSample;
import io.steptrace.benchmarks.served.ServedBuild;

/**
 * What an application holds at one moment.
 *
 * @param residentMegabytes of the whole process
 * @param openFiles sockets and pipes included
 */
record SoakSample(JvmSample jvm, double residentMegabytes, int openFiles) {

    private static final double MEGABYTE = 1024 * 1024;

    /** Collects its garbage. */
    static SoakSample of(ServedBuild build) throws IOException {
        return new SoakSample(build.sample(), build.residentBytes() / MEGABYTE, build.openFiles());
    }

    double heapMegabytes() {
        return jvm.heapMegabytes();
    }

    int threads() {
        return jvm.threads();
    }
}
