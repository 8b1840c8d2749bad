package io.steptrace.benchmarks.app;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;

import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.quarkus.arc.Unremovable;
import io.steptrace.Effect;
import io.steptrace.Step;

/** A bean whose methods all do the same next to nothing, so that what surrounds them is what is measured. */
@ApplicationScoped
@Unremovable
public class Posts {

    /** The queue of all jobs. */
    public static final String QUEUE = "bench";

    /** No tracing at all. */
    public long plain(long id) {
        return id + 1;
    }

    /** A step. */
    @Step
    public long step(@SpanAttribute("id") long id) {
        return id + 1;
    }

    /** The same with OpenTelemetry's own annotation. */
    @WithSpan
    public long withSpan(@SpanAttribute("id") long id) {
        return id + 1;
    }

    /** An effect that runs as a job. */
    @Effect(value = "db.get blog_post", queue = QUEUE)
    public CompletionStage<Long> find(@SpanAttribute("id") long id) {
        return CompletableFuture.completedFuture(id + 1);
    }
}
