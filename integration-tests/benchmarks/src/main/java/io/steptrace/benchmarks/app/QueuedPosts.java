package io.steptrace.benchmarks.app;

import java.util.concurrent.CompletableFuture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

import io.opentelemetry.api.trace.Tracer;
import io.quarkus.arc.Unremovable;
import io.steptrace.runtime.internal.queue.JobQueues;

/** The same job on the same queue, traced by hand or not at all. */
@ApplicationScoped
@Unremovable
public class QueuedPosts {

    private final Posts posts;
    private final Tracer tracer;
    private final Instance<JobQueues> queues;

    /** @param queues resolved late, because there are none where the extension is disabled */
    QueuedPosts(Posts posts, Tracer tracer, Instance<JobQueues> queues) {
        this.posts = posts;
        this.tracer = tracer;
        this.queues = queues;
    }

    /** Without tracing. */
    public CompletableFuture<Long> bare(long id) {
        JobQueues all = queues.get();
        BareJob job = new BareJob(all, posts, id);
        all.queue(Posts.QUEUE).submit(job);
        return job.result();
    }

    /** With an effect span and two child spans, always. */
    public CompletableFuture<Long> alwaysOn(long id) {
        JobQueues all = queues.get();
        AlwaysOnJob job = AlwaysOnJob.of(all, tracer, posts, id);
        all.queue(Posts.QUEUE).submit(job);
        return job.result();
    }
}
