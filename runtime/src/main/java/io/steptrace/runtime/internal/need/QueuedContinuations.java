package io.steptrace.runtime.internal.need;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.steptrace.runtime.internal.context.CarriedContext;
import io.steptrace.runtime.internal.queue.JobResult;
import io.steptrace.runtime.internal.queue.QueuedWork;
import io.steptrace.runtime.internal.queue.WorkSubmission;
import io.steptrace.runtime.internal.result.ResultKind;
import io.steptrace.runtime.internal.result.ResultKinds;
import io.steptrace.runtime.internal.telemetry.method.ResultShape;
import io.steptrace.runtime.internal.work.ContinuationDefinition;
import io.steptrace.runtime.internal.work.Work;

/** Runs continuations as jobs of their queue: those of a step with a span of their own, without a step as tasks. */
public final class QueuedContinuations implements Continuations {

    private static final ResultKind VALUE = ResultKinds.of(ResultShape.VALUE);
    private static final ResultKind UNI = ResultKinds.of(ResultShape.UNI);

    private final WorkSubmission submission;
    private final Executor tasks;

    /** @param tasks the queue for continuations, as an executor */
    public QueuedContinuations(WorkSubmission submission, Executor tasks) {
        this.submission = submission;
        this.tasks = tasks;
    }

    @Override
    public <R> Uni<R> run(Context context, Work work, Supplier<R> continuation) {
        ContinuationDefinition definition = definitionOf(work);
        return definition != null ? submit(definition, context, work, VALUE, continuation)
                : execute(context, emitter -> emitter.complete(continuation.get()));
    }

    @Override
    public <R> Uni<R> runAsync(Context context, Work work, Supplier<Uni<R>> continuation) {
        ContinuationDefinition definition = definitionOf(work);
        return definition != null ? submit(definition, context, work, UNI, continuation)
                : execute(context, emitter -> emitter.onTermination(
                        continuation.get().subscribe().with(emitter::complete, emitter::fail)::cancel));
    }

    private static ContinuationDefinition definitionOf(Work work) {
        return work == null ? null : work.continuation();
    }

    /** Below the step itself, even if another span was current when the need was described. */
    @SuppressWarnings("unchecked")
    private <R> Uni<R> submit(ContinuationDefinition definition, Context context, Work work, ResultKind kind,
            Supplier<?> continuation) {
        Context below = context.with(Span.fromContext(work.context()));
        return Uni.createFrom().emitter(emitter -> {
            QueuedWork job = submission.submit(definition, below, kind, resumed -> continuation.get(),
                    JobResult.of((UniEmitter<? super Object>) (UniEmitter<?>) emitter));
            emitter.onTermination(job::cancel);
        });
    }

    private <R> Uni<R> execute(Context context, Consumer<UniEmitter<? super R>> continuation) {
        return Uni.createFrom().emitter(emitter -> {
            try (Scope ignored = CarriedContext.attach(context)) {
                tasks.execute(() -> {
                    try {
                        continuation.accept(emitter);
                    } catch (Throwable t) {
                        emitter.fail(t);
                    }
                });
            }
        });
    }
}
