package io.steptrace.runtime.internal.result;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;

/**
 * The result of a method whose declaration does not say what it returns. It is replaced only by an object that fits wherever it
 * did.
 */
final class UndeclaredResult implements ResultKind {

    private static final String MUTINY = Uni.class.getPackageName();

    private final ResultKind uni = new UniResult();
    private final ResultKind multi = new MultiResult();
    private final ResultKind stage = new StageResult();
    private final ResultKind observed = new ObservedResult();

    @Override
    public ResultKind kindOf(Object result) {
        if (result instanceof CompletionStage) {
            return result.getClass() == CompletableFuture.class ? stage : observed;
        }
        if (result instanceof Future) {
            return observed;
        }
        if (result instanceof Uni) {
            return isMutinys(result) ? uni : VALUE;
        }
        return result instanceof Multi && isMutinys(result) ? multi : VALUE;
    }

    private static boolean isMutinys(Object result) {
        return result.getClass().getName().startsWith(MUTINY);
    }
}
