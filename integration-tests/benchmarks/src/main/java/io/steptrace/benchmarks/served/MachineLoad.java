package io.steptrace.benchmarks.served;

import java.lang.management.ManagementFactory;

import com.sun.management.OperatingSystemMXBean;

/** What other processes than the client and the measured server take of the machine, from now on. */
public final class MachineLoad {

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final long cpuNanosBefore = system.getProcessCpuTime();

    public MachineLoad() {
        // the JVM reports the average since it was asked before
        system.getCpuLoad();
    }

    public double coresOfOthers(long elapsedNanos, long serverCpuNanos) {
        double all = system.getCpuLoad() * system.getAvailableProcessors();
        double own = (double) (system.getProcessCpuTime() - cpuNanosBefore + serverCpuNanos) / elapsedNanos;
        return Math.max(0, all - own);
    }
}
