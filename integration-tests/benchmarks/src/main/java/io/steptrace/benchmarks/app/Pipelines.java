package io.steptrace.benchmarks.app;

import jakarta.enterprise.context.ApplicationScoped;

import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.quarkus.arc.Unremovable;
import io.smallrye.mutiny.Uni;
import io.steptrace.Step;

/** A bean whose methods return the same short pipeline, with callbacks that context propagation contextualises. */
@ApplicationScoped
@Unremovable
public class Pipelines {

    /** No tracing at all. */
    public Uni<Long> plain(long id) {
        return threeTimes(id);
    }

    /** A step. */
    @Step
    public Uni<Long> step(@SpanAttribute("id") long id) {
        return threeTimes(id);
    }

    /** The same with OpenTelemetry's own annotation. */
    @WithSpan
    public Uni<Long> withSpan(@SpanAttribute("id") long id) {
        return threeTimes(id);
    }

    private static Uni<Long> threeTimes(long id) {
        return Uni.createFrom().item(id).map(one -> one + 1).map(two -> two + 2).map(three -> three + 3);
    }
}
