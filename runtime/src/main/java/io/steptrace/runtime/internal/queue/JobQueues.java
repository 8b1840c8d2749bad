package io.steptrace.runtime.internal.queue;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import org.jboss.logging.Logger;

import io.steptrace.runtime.internal.text.PrintableLog;
import io.vertx.core.Vertx;

/** All queues of the application, by name. */
public final class JobQueues {

    private static final Logger LOG = PrintableLog.of(JobQueues.class);

    private final Map<String, BoundedJobQueue> queues;
    private final UnaryOperator<String> aliases;
    private final RootContexts roots;

    /**
     * @param queues every queue the application uses, by configured name
     * @param aliases from the name in the code to the configured name
     * @param vertx whose event loops the asynchronous parts of jobs run on
     */
    public JobQueues(Map<String, BoundedJobQueue> queues, UnaryOperator<String> aliases, Supplier<Vertx> vertx) {
        this.queues = Map.copyOf(queues);
        this.aliases = aliases;
        this.roots = new RootContexts(vertx);
    }

    /** The queue the code calls by this name; every name in the code was found at build time. */
    public BoundedJobQueue queue(String name) {
        BoundedJobQueue queue = queues.get(aliases.apply(name));
        if (queue == null) {
            throw new IllegalArgumentException("job queue: " + name + " - not known at build time; name it in @Step, @Effect or"
                    + " @JobQueue");
        }
        return queue;
    }

    public Collection<BoundedJobQueue> all() {
        return queues.values();
    }

    /** Captures the submitter's contexts for one job, and its request's if it can wait for the job. */
    JobContext captureContext(boolean isAwaited) {
        return JobContext.capture(roots.next(), isAwaited);
    }

    /** Refuses new jobs and waits for the accepted ones, at most this long for all queues together. */
    public void drain(Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        try {
            for (BoundedJobQueue queue : queues.values()) {
                int left = queue.drain(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
                if (left > 0) {
                    LOG.warnf("job queue: %s - %d jobs were not over within the shutdown timeout of %s", queue.name(), left,
                            limit);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
