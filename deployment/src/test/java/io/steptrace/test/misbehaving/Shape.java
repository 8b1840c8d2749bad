package io.steptrace.test.misbehaving;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Supplier;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Each kind of method there may be a step or an effect on; what comes of its call, whenever that is. */
enum Shape {

    VALUE((methods, call) -> now(() -> methods.value(call.argument(), call))),
    RENDERED((methods, call) -> now(() -> methods.rendered(call.argument(), call))),
    VOID((methods, call) -> now(() -> {
        methods.nothing(call.argument(), call);
        return null;
    })),
    UNI((methods, call) -> later(methods.uni(call.argument(), call))),
    MULTI((methods, call) -> later(methods.multi(call.argument(), call))),
    STAGE((methods, call) -> later(methods.stage(call.argument(), call))),
    OBJECT((methods, call) -> later((CompletionStage<?>) methods.object(call.argument(), call))),
    REQUIRED((methods, call) -> now(() -> methods.required(call.argument(), call))),
    OPTIONAL((methods, call) -> now(() -> methods.optional(call.argument(), call))),
    CACHED((methods, call) -> now(() -> methods.cached(call.argument(), call))),
    QUEUED_UNI((methods, call) -> later(methods.queuedUni(call.argument(), call))),
    QUEUED_STAGE((methods, call) -> later(methods.queuedStage(call.argument(), call))),
    NEEDY((methods, call) -> later(methods.needy(call.argument(), call)));

    private final BiFunction<Methods, Call, CompletionStage<Ending>> way;

    Shape(BiFunction<Methods, Call, CompletionStage<Ending>> way) {
        this.way = way;
    }

    /** Calls the method; the stage never fails. */
    CompletionStage<Ending> call(Methods methods, Call call) {
        return guarded(() -> way.apply(methods, call));
    }

    static CompletionStage<Ending> guarded(Supplier<CompletionStage<Ending>> way) {
        try {
            return way.get();
        } catch (Throwable thrown) {
            return CompletableFuture.completedFuture(new Ending(null, thrown));
        }
    }

    static CompletionStage<Ending> now(Code code) {
        try {
            return CompletableFuture.completedFuture(new Ending(code.run(), null));
        } catch (Throwable thrown) {
            return CompletableFuture.completedFuture(new Ending(null, thrown));
        }
    }

    static CompletionStage<Ending> later(Uni<?> uni) {
        CompletableFuture<Ending> ending = new CompletableFuture<>();
        uni.subscribe().with(item -> ending.complete(new Ending(item, null)),
                failure -> ending.complete(new Ending(null, failure)));
        return ending;
    }

    private static CompletionStage<Ending> later(Multi<?> multi) {
        CompletableFuture<Ending> ending = new CompletableFuture<>();
        multi.subscribe().with(item -> ending.complete(new Ending(item, null)),
                failure -> ending.complete(new Ending(null, failure)));
        return ending;
    }

    static CompletionStage<Ending> later(CompletionStage<?> stage) {
        return stage.handle(Ending::new);
    }

    /** Application code. */
    interface Code {
        Object run() throws Throwable;
    }

    /** What a caller sees. */
    record Ending(Object item, Throwable failure) {
    }

    /** What a method is to do: to fail with this, or to return that. */
    record Call(CharSequence argument, Throwable failure, CharSequence result) {

        CharSequence end() {
            if (failure != null) {
                throw Call.<RuntimeException> sneaky(failure);
            }
            return result;
        }

        @SuppressWarnings("unchecked")
        private static <T extends Throwable> T sneaky(Throwable failure) throws T {
            throw (T) failure;
        }
    }
}
