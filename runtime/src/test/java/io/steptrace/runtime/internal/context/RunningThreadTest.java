package io.steptrace.runtime.internal.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;

/** What other threads see of a thread. */
class RunningThreadTest {

    private static final ContextKey<String> KEY = ContextKey.named("test");
    private static final Context OUTER = Context.root().with(KEY, "outer");
    private static final Context INNER = OUTER.with(KEY, "inner");
    private static final Context REQUEST = Context.root().with(KEY, "request");

    @Test
    void showsTheInnermostContextAndForgetsTheThreadWhenItIsGone() {
        String name = "running-thread-test";
        ExecutorService one = Executors.newSingleThreadExecutor(body -> new Thread(body, name));
        try {
            Scope outer = on(one, () -> CarriedContext.attach(OUTER));
            assertThat(seen(name)).contains(OUTER);
            Scope inner = on(one, () -> CarriedContext.attach(INNER));
            assertThat(seen(name)).contains(INNER);
            on(one, () -> close(inner));
            assertThat(seen(name)).contains(OUTER);
            on(one, () -> close(outer));
            assertThat(seen(name)).isEmpty();
        } finally {
            one.shutdown();
        }
        Awaitility.await().until(() -> {
            System.gc();
            return RunningThread.all().noneMatch(running -> running.thread().getName().equals(name));
        });
    }

    @Test
    void showsTheRequestAThreadServesWhereItIsInNoStep() {
        String name = "serving-thread-test";
        ExecutorService one = Executors.newSingleThreadExecutor(body -> new Thread(body, name));
        try {
            RunningThread running = on(one, () -> RunningThread.serve(REQUEST));
            assertThat(seen(name)).contains(REQUEST);
            Scope step = on(one, () -> CarriedContext.attach(INNER));
            assertThat(seen(name)).contains(INNER);
            on(one, () -> close(step));
            assertThat(seen(name)).contains(REQUEST);
            running.leave(OUTER);
            assertThat(seen(name)).as("left by another request").contains(REQUEST);
            running.leave(REQUEST);
            assertThat(seen(name)).isEmpty();
        } finally {
            one.shutdown();
        }
    }

    private static Optional<Context> seen(String thread) {
        return RunningThread.all().filter(running -> running.thread().getName().equals(thread)).findFirst()
                .map(RunningThread::current);
    }

    private static <T> T on(ExecutorService thread, Supplier<T> action) {
        return CompletableFuture.supplyAsync(action, thread).join();
    }

    private static Void close(Scope scope) {
        scope.close();
        return null;
    }
}
