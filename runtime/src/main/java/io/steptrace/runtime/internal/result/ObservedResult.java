package io.steptrace.runtime.internal.result;

import java.util.concurrent.CompletionStage;

import io.steptrace.runtime.internal.work.Work;
import io.vertx.core.Future;

/**
 * A future whose class callers may know, such as an heir of {@code CompletableFuture}: it ends the work, and stays what it is.
 */
final class ObservedResult implements ResultKind {

    @Override
    public Object follow(Object result, Work work) {
        if (result instanceof CompletionStage<?> stage) {
            stage.handle((item, failure) -> {
                work.end(item, failure);
                return null;
            });
        } else {
            ((Future<?>) result).onComplete(ended -> work.end(ended.result(), ended.cause()));
        }
        return result;
    }
}
