package io.steptrace.benchmarks.app;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.quarkus.arc.Unremovable;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.steptrace.Effect;
import io.steptrace.Step;

/** A bean whose methods all do the same next to nothing, so that what surrounds them is what is measured. */
@ApplicationScoped
@Unremovable
public class Posts {

    /** The queue of all jobs. */
    public static final String QUEUE = "bench";

    private final Tracer tracer;

    Posts(Tracer tracer) {
        this.tracer = tracer;
    }

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

    /** The same with a span written by hand, as the manual of OpenTelemetry shows it. */
    public long raw(long id) {
        Span span = tracer.spanBuilder("raw").setAttribute("id", id).startSpan();
        try (Scope ignored = span.makeCurrent()) {
            return id + 1;
        } finally {
            span.end();
        }
    }

    /** A short pipeline without tracing, with callbacks that context propagation contextualises. */
    public Uni<Long> plainPipeline(long id) {
        return threeTimes(id);
    }

    /** The same as a step. */
    @Step
    public Uni<Long> stepPipeline(@SpanAttribute("id") long id) {
        return threeTimes(id);
    }

    /** The same with OpenTelemetry's own annotation. */
    @WithSpan
    public Uni<Long> withSpanPipeline(@SpanAttribute("id") long id) {
        return threeTimes(id);
    }

    /** A short stream without tracing, with callbacks that context propagation contextualises. */
    public Multi<Long> plainStream(long id) {
        return threeItems(id);
    }

    /** The same as a step. */
    @Step
    public Multi<Long> stepStream(@SpanAttribute("id") long id) {
        return threeItems(id);
    }

    /** The same with OpenTelemetry's own annotation. */
    @WithSpan
    public Multi<Long> withSpanStream(@SpanAttribute("id") long id) {
        return threeItems(id);
    }

    /** An effect that runs as a job. */
    @Effect(value = "db.get blog_post", queue = QUEUE)
    public CompletionStage<Long> find(@SpanAttribute("id") long id) {
        return CompletableFuture.completedFuture(id + 1);
    }

    private static Uni<Long> threeTimes(long id) {
        return Uni.createFrom().item(id).map(one -> one + 1).map(two -> two + 2).map(three -> three + 3);
    }

    private static Multi<Long> threeItems(long id) {
        return Multi.createFrom().items(id, id + 1, id + 2).map(one -> one + 1);
    }
}
