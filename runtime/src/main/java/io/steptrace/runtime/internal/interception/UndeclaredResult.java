package io.steptrace.runtime.internal.interception;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.steptrace.runtime.internal.telemetry.method.ResultShape;
import io.steptrace.runtime.internal.work.Work;
import io.vertx.core.Future;

/**
 * The result of a method whose declaration does not say what it returns. It is replaced only by an object that fits wherever it
 * did: callers may know its class, such as a heir of {@code CompletableFuture}.
 */
final class UndeclaredResult {

    private static final String MUTINY = Uni.class.getPackageName();

    private UndeclaredResult() {
    }

    /** The shape to treat it as; {@link ResultShape#UNDECLARED} if it is to be observed. */
    static ResultShape shapeOf(Object result) {
        if (result instanceof CompletionStage) {
            return result.getClass() == CompletableFuture.class ? ResultShape.FUTURE : ResultShape.UNDECLARED;
        }
        if (result instanceof Future) {
            return ResultShape.UNDECLARED;
        }
        if (result instanceof Uni) {
            return isMutinys(result) ? ResultShape.UNI : ResultShape.VALUE;
        }
        return result instanceof Multi && isMutinys(result) ? ResultShape.MULTI : ResultShape.VALUE;
    }

    private static boolean isMutinys(Object result) {
        return result.getClass().getName().startsWith(MUTINY);
    }

    /** Ends the work with a result that stays what it is. */
    static Object observe(Work work, Object result) {
        if (result instanceof CompletionStage<?> stage) {
            stage.handle((item, failure) -> {
                end(work, item, failure, stage instanceof java.util.concurrent.Future<?> future && future.isCancelled());
                return null;
            });
        } else {
            ((Future<?>) result).onComplete(ended -> end(work, ended.result(), ended.cause(), false));
        }
        return result;
    }

    private static void end(Work work, Object item, Throwable failure, boolean isCancelled) {
        if (isCancelled) {
            work.cancel();
        } else if (failure != null) {
            work.fail(failure);
        } else {
            work.succeed(item);
        }
    }
}
