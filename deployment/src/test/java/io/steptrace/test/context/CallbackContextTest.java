package io.steptrace.test.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.context.ThreadContext;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.steptrace.Step;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;

/** What a contextual callback finds current on its thread is current again when it returns. */
class CallbackContextTest {
    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Work.class));
    @Inject
    Tracer tracer;
    @Inject
    Vertx vertx;
    @Inject
    ThreadContext threadContext;
    private ExecutorService plain;

    @BeforeEach
    void start() {
        plain = Executors.newSingleThreadExecutor();
    }

    @AfterEach
    void stop() {
        plain.shutdownNow();
    }

    @Test
    void nothingOnAPlainThread() throws Exception {
        Span request = tracer.spanBuilder("request").startSpan();
        Runnable callback = captured(request, () -> assertThat(currentId()).isEqualTo(request.getSpanContext().getSpanId()));
        onPlainThread(callback);
        onPlainThread(() -> {
            assertThat(Span.current().getSpanContext().isValid()).isFalse();
            assertThat(MDC.get("traceId")).isNull();
        });
    }

    @Test
    void nothingOnAnEventLoopOutsideAnyRequest() throws Exception {
        Span request = tracer.spanBuilder("request").startSpan();
        ContextInternal root = ((VertxInternal) vertx).createEventLoopContext();
        on(root, captured(request, () -> assertThat(currentId()).isEqualTo(request.getSpanContext().getSpanId())));
        // on the very thread, before Vert.x enters any context, as where a request comes in
        assertThat(root.nettyEventLoop().submit(() -> Span.current().getSpanContext().isValid()).get(10, TimeUnit.SECONDS))
                .isFalse();
    }

    @Test
    void theSpanOfARequestThatHasEnded() throws Exception {
        Span late = tracer.spanBuilder("late").startSpan();
        Span request = tracer.spanBuilder("request").startSpan();
        Runnable callback = captured(late, () -> assertThat(currentId()).isEqualTo(late.getSpanContext().getSpanId()));
        Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        on(context, () -> {
            try (Scope ignored = request.makeCurrent()) {
                request.end();
                callback.run();
                assertThat(currentId()).isEqualTo(request.getSpanContext().getSpanId());
                assertThat(MDC.get("spanId")).isEqualTo(request.getSpanContext().getSpanId());
            }
        });
    }

    @Test
    void nothingWhereAPipelineWentOn() throws Exception {
        Span request = tracer.spanBuilder("request").startSpan();
        try (Scope ignored = request.makeCurrent()) {
            assertThat(Uni.createFrom().item("item").emitOn(plain).map(item -> currentId()).await().indefinitely())
                    .isEqualTo(request.getSpanContext().getSpanId());
        }
        onPlainThread(() -> assertThat(Span.current().getSpanContext().isValid()).isFalse());
    }

    /** A callback that was made while this span was current. */
    private Runnable captured(Span span, Runnable callback) {
        try (Scope ignored = span.makeCurrent()) {
            return threadContext.contextualRunnable(callback);
        }
    }

    private void onPlainThread(Runnable task) throws Exception {
        Future<?> done = plain.submit(task);
        done.get(10, TimeUnit.SECONDS);
    }

    private static void on(Context context, Runnable task) throws Exception {
        CompletableFuture<Void> done = new CompletableFuture<>();
        context.runOnContext(ignored -> {
            try {
                task.run();
                done.complete(null);
            } catch (Throwable t) {
                done.completeExceptionally(t);
            }
        });
        done.get(10, TimeUnit.SECONDS);
    }

    private static String currentId() {
        return Span.current().getSpanContext().getSpanId();
    }

    @ApplicationScoped
    public static class Work {
        @Step
        void work() {
        }
    }
}
