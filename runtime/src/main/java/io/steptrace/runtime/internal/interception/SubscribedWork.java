package io.steptrace.runtime.internal.interception;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.steptrace.runtime.internal.span.Work;

/**
 * Ends work with its {@code Uni} or {@code Multi}. The first subscription belongs to the call itself; each further one runs the
 * pipeline again and is work of its own, so that a retry around a step shows as many spans as there were attempts.
 */
final class SubscribedWork {

    private final AtomicReference<Work> first;
    private final Supplier<Work> again;

    SubscribedWork(Work first, Supplier<Work> again) {
        this.first = new AtomicReference<>(first);
        this.again = again;
    }

    <T> Uni<T> track(Uni<T> result) {
        return Uni.createFrom().deferred(() -> {
            Work work = next();
            return result.onTermination().invoke((item, failure, cancelled) -> end(work, item, failure, cancelled));
        });
    }

    <T> Multi<T> track(Multi<T> result) {
        return Multi.createFrom().deferred(() -> {
            Work work = next();
            return result.onTermination().invoke((failure, cancelled) -> end(work, null, failure, cancelled));
        });
    }

    private Work next() {
        Work work = first.getAndSet(null);
        return work != null ? work : again.get();
    }

    private static void end(Work work, Object item, Throwable failure, boolean cancelled) {
        if (cancelled) {
            work.cancel();
        } else if (failure != null) {
            work.fail(failure);
        } else {
            work.succeed(item);
        }
    }
}
