package io.steptrace.runtime.internal.queue;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import org.jboss.logging.Logger;

import io.steptrace.runtime.internal.text.DurationText;
import io.steptrace.runtime.internal.text.PrintableLog;
import io.vertx.core.Vertx;

/** All queues of the application, by name. */
public final class JobQueues {

    private static final Logger LOG = PrintableLog.of(JobQueues.class);

    /** Jobs that are about to end need no line. */
    private static final Duration SILENT_DRAIN = Duration.ofSeconds(1);
    private static final int MAX_NAMED = 5;

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

    /**
     * Refuses new jobs and waits for the accepted ones, at most this long for all queues together. What holds it up for more
     * than a moment is named.
     *
     * @return whether all jobs were over in time
     */
    public boolean drain(Duration limit) {
        boolean isLong = limit.compareTo(SILENT_DRAIN) > 0;
        try {
            return drained(isLong ? SILENT_DRAIN : limit, limit) || isLong && drained(limit.minus(SILENT_DRAIN), limit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Interrupts the jobs that were not over in time. */
    public void interrupt() {
        queues.values().forEach(BoundedJobQueue::interrupt);
    }

    /** Whether all jobs were over within that time; else those that are not are named. */
    private boolean drained(Duration time, Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.NANOSECONDS.convert(time);
        boolean isDrained = true;
        for (BoundedJobQueue queue : queues.values()) {
            int left = queue.drain(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
            if (left > 0) {
                isDrained = false;
                LOG.warnf("job queue: %s - %s not over, and the shutdown waits at most %s for them"
                        + " (quarkus.shutdown.timeout): %s", queue.name(), left == 1 ? "1 job is" : left + " jobs are",
                        DurationText.of(limit),
                        String.join("; ", queue.whereabouts(MAX_NAMED)));
            }
        }
        return isDrained;
    }
}
