package io.steptrace.benchmarks.http;

import java.lang.management.ManagementFactory;

import com.sun.management.OperatingSystemMXBean;

/** What other processes than the client and the measured server take of the machine, from now on. */
final class MachineLoad {

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final long cpuNanosBefore = system.getProcessCpuTime();

    MachineLoad() {
        // the JVM reports the average since it was asked before
        system.getCpuLoad();
    }

    double coresOfOthers(long elapsedNanos, long serverCpuNanos) {
        double all = system.getCpuLoad() * system.getAvailableProcessors();
        double own = (double) (system.getProcessCpuTime() - cpuNanosBefore + serverCpuNanos) / elapsedNanos;
        return Math.max(0, all - own);
    }
}
