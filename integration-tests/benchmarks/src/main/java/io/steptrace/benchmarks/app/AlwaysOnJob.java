package io.steptrace.benchmarks.app;

import java.util.concurrent.CompletableFuture;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.steptrace.JobRejectedException;
import io.steptrace.runtime.internal.queue.ContextualJob;
import io.steptrace.runtime.internal.queue.JobQueues;

/**
 * The rival of a queued effect: its wait and its run are always spans of their own.
 * <p>
 * It is kept as lean as such code can be: the same queue and the same dispatch, which makes the effect's span the
 * current one; a wait that is never made current, because no code runs in it; no events and no durations, because the
 * spans have them.
 */
final class AlwaysOnJob extends ContextualJob {

    private final Posts posts;
    private final long id;
    private final Tracer tracer;
    private final Span effect;
    private final Span wait;
    private final CompletableFuture<Long> result = new CompletableFuture<>();
    private String worker;

    private AlwaysOnJob(JobQueues queues, Context context, Tracer tracer, Posts posts, long id) {
        super(queues, queues.queue(Posts.QUEUE), context, true);
        this.tracer = tracer;
        this.posts = posts;
        this.id = id;
        this.effect = Span.fromContext(context);
        this.wait = tracer.spanBuilder("job.queue_wait").setParent(context).setAttribute("job.queue", Posts.QUEUE)
                .startSpan();
    }

    static AlwaysOnJob of(JobQueues queues, Tracer tracer, Posts posts, long id) {
        Span effect = startEffect(tracer, id);
        return new AlwaysOnJob(queues, Context.current().with(effect), tracer, posts, id);
    }

    /** The effect's span with the attributes an effect has before anything is known of its job. */
    private static Span startEffect(Tracer tracer, long id) {
        return tracer.spanBuilder("db.get blog_post").setSpanKind(SpanKind.CLIENT)
                .setAttribute("effect.kind", "db")
                .setAttribute("effect.operation", "get")
                .setAttribute("effect.target", "blog_post")
                .setAttribute("effect.required", true)
                .setAttribute("db.operation.name", "get")
                .setAttribute("db.collection.name", "blog_post")
                .setAttribute("code.function.name", "io.steptrace.benchmarks.app.Posts.find")
                .setAttribute("id", id)
                .startSpan();
    }

    CompletableFuture<Long> result() {
        return result;
    }

    @Override
    protected String name() {
        return "db.get blog_post";
    }

    @Override
    public void enqueued(int depth) {
        wait.setAttribute("job.depth_start", depth);
    }

    @Override
    public void taken(String workerName, int depth) {
        worker = workerName;
        wait.setAttribute("job.depth_end", depth);
        wait.end();
    }

    @Override
    protected void runInContext(Runnable over) {
        Span run = tracer.spanBuilder("job.run").setAttribute("job.worker", worker).startSpan();
        long found;
        try (Scope ignored = run.makeCurrent()) {
            found = posts.plain(id);
        } finally {
            run.end();
        }
        effect.setAttribute("effect.success", true);
        effect.end();
        result.complete(found);
        over.run();
    }

    @Override
    public void abandoned(JobRejectedException reason) {
        result.completeExceptionally(reason);
    }
}
