package io.steptrace.runtime.internal.work;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.ImplicitContextKeyed;
import io.quarkus.opentelemetry.runtime.QuarkusContextStorage;
import io.steptrace.runtime.internal.trace.TracedWork;

/**
 * The wait of a message, or of the longest waiting one of a batch, from its sending to its arrival, until the first step of
 * its processing claims it; thread-safe.
 * <p>
 * The platform's own span of the consumer has ended by then, and takes no more events.
 */
public final class MessageArrival implements ImplicitContextKeyed {

    private static final ContextKey<MessageArrival> KEY = ContextKey.named("steptrace.message");

    private static final AtomicIntegerFieldUpdater<MessageArrival> CLAIMED = AtomicIntegerFieldUpdater
            .newUpdater(MessageArrival.class, "claimed");

    private final String queue;
    private final long arrivedEpochNanos;
    private final long waitNanos;
    private final MessageBatch batch;
    private volatile int claimed;

    /**
     * @param queue what the message waited in
     * @param waitNanos not negative
     * @param batch what has arrived as one; {@code null} if a single message has
     */
    public MessageArrival(String queue, long arrivedEpochNanos, long waitNanos, MessageBatch batch) {
        this.queue = queue;
        this.arrivedEpochNanos = arrivedEpochNanos;
        this.waitNanos = waitNanos;
        this.batch = batch;
    }

    /**
     * Lets the work that runs in the context of the message find this.
     *
     * @param message its duplicated Vert.x context
     * @return the OpenTelemetry context that is current there
     */
    public Context attachTo(io.vertx.core.Context message) {
        Context known = QuarkusContextStorage.getOtelContext(message);
        Context context = (known == null ? Context.root() : known).with(this);
        // a scope that is never closed: it ends with the message, as that of the consumer's span does
        QuarkusContextStorage.INSTANCE.attach(message, context);
        return context;
    }

    @Override
    public Context storeInContext(Context target) {
        return target.with(KEY, this);
    }

    /**
     * The arrival that this work is the first step to claim.
     *
     * @return {@code null} if there is none, or the work is part of other work that has begun since
     */
    static MessageArrival claim(WorkDefinition work, Context parent) {
        MessageArrival arrival = work instanceof StepDefinition ? parent.get(KEY) : null;
        if (arrival == null || parent.get(TracedWork.KEY) != null || Span.fromContext(parent).isRecording()) {
            return null;
        }
        return CLAIMED.compareAndSet(arrival, 0, 1) ? arrival : null;
    }

    /** What the message waited in. */
    public String queue() {
        return queue;
    }

    /** What the span of its first step begins with. */
    void describe(SpanBuilder span) {
        span.setStartTimestamp(enqueuedEpochNanos(), TimeUnit.NANOSECONDS);
        if (batch != null) {
            batch.describe(span);
        }
    }

    /** When the message was sent; when it arrived, if the clock of the sender is ahead. */
    private long enqueuedEpochNanos() {
        return arrivedEpochNanos - waitNanos;
    }

    /** How long the message waited. */
    public long waitNanos() {
        return waitNanos;
    }
}
