package io.steptrace.runtime.internal.wiring;

import io.steptrace.runtime.internal.config.SteptraceConfig;
import io.steptrace.runtime.internal.config.SteptraceConfig.Limits;
import io.steptrace.runtime.internal.config.SteptraceConfig.Queue;

/** The settings of a queue, whether it is configured or has the defaults. */
final class QueueSettings {

    private static final int DEFAULT_CAPACITY = Integer.parseInt(Limits.DEFAULT_CAPACITY);
    private static final int DEFAULT_REJECTION_STATUS = Integer.parseInt(Limits.DEFAULT_REJECTION_STATUS);

    private final SteptraceConfig config;

    QueueSettings(SteptraceConfig config) {
        this.config = config;
    }

    /** The queue that has the role the code asks for; any other name is its own. */
    String configuredName(String nameInCode) {
        return switch (nameInCode) {
            case Queue.EFFECTS -> config.queue().effects();
            case Queue.CONTINUATIONS -> config.queue().continuations();
            default -> nameInCode;
        };
    }

    int concurrency(String queue) {
        Limits limits = config.queues().get(queue);
        int twiceTheCores = 2 * Runtime.getRuntime().availableProcessors();
        return limits == null ? twiceTheCores : limits.concurrency().orElse(twiceTheCores);
    }

    int capacity(String queue) {
        Limits limits = config.queues().get(queue);
        return limits == null ? DEFAULT_CAPACITY : limits.capacity();
    }

    int rejectionStatus(String queue) {
        Limits limits = config.queues().get(queue);
        return limits == null ? DEFAULT_REJECTION_STATUS : limits.rejectionStatus();
    }

    boolean usesVirtualThreads(String queue) {
        Limits limits = config.queues().get(queue);
        return limits != null && limits.virtualThreads();
    }
}
