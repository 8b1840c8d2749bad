package io.steptrace.benchmarks.app;

import java.util.concurrent.CompletableFuture;

import io.opentelemetry.context.Context;
import io.steptrace.JobRejectedException;
import io.steptrace.runtime.internal.queue.ContextualJob;
import io.steptrace.runtime.internal.queue.JobQueues;

/** A job without any telemetry: what the queue and the dispatch cost by themselves. */
final class BareJob extends ContextualJob {

    private final Posts posts;
    private final long id;
    private final CompletableFuture<Long> result = new CompletableFuture<>();

    BareJob(JobQueues queues, Posts posts, long id) {
        super(queues, queues.queue(Posts.QUEUE), Context.current(), true);
        this.posts = posts;
        this.id = id;
    }

    CompletableFuture<Long> result() {
        return result;
    }

    @Override
    protected String name() {
        return "bare";
    }

    @Override
    public void enqueued(int depth) {
        // nobody listens
    }

    @Override
    public void taken(String worker, int depth) {
        // nobody listens
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
