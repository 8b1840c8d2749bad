package io.steptrace.benchmarks.app;

import java.util.concurrent.CompletableFuture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.quarkus.arc.Unremovable;
import io.steptrace.JobRejectedException;
import io.steptrace.runtime.internal.queue.ContextualJob;
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
        return job.result;
    }

    /** With an effect span and two child spans, always. */
    public CompletableFuture<Long> alwaysOn(long id) {
        JobQueues all = queues.get();
        AlwaysOnJob job = AlwaysOnJob.of(all, tracer, posts, id);
        all.queue(Posts.QUEUE).submit(job);
        return job.result();
    }

    /** A job without any telemetry: what the queue and the dispatch cost by themselves. */
    private static final class BareJob extends ContextualJob {

        private final Posts posts;
        private final long id;
        private final CompletableFuture<Long> result = new CompletableFuture<>();

        private BareJob(JobQueues queues, Posts posts, long id) {
            super(queues, queues.queue(Posts.QUEUE), Context.current(), true);
            this.posts = posts;
            this.id = id;
        }

        @Override
        protected String name() {
            return "bare";
        }

        @Override
        public void enqueued(int depth) {
            // without telemetry
        }

        @Override
        public void taken(String worker, int depth) {
            // without telemetry
        }

        @Override
        protected void runInContext(Runnable over) {
            result.complete(posts.plain(id));
            over.run();
        }

        @Override
        public void abandoned(JobRejectedException reason) {
            result.completeExceptionally(reason);
        }
    }
}
