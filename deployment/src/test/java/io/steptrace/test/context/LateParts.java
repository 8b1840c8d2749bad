package io.steptrace.test.context;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.steptrace.Effect;
import io.steptrace.Step;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;

/** The steps and effects of {@link LateCalls}, and their client. */
final class LateParts {

    private LateParts() {
    }

    @ApplicationScoped
    public static class Parts {

        @Inject
        Client client;

        @Inject
        Parts self;

        @Inject
        Tracer tracer;

        @Effect("other.ask")
        Uni<String> uni(int port) {
            return Uni.createFrom().completionStage(() -> client.get(port).toCompletionStage());
        }

        @Effect("other.ask")
        CompletionStage<String> stage(int port) {
            return client.get(port).toCompletionStage();
        }

        @Effect("other.ask")
        Multi<String> multi(int port) {
            return Multi.createFrom().completionStage(() -> client.get(port).toCompletionStage());
        }

        @Effect(value = "other.ask", queue = "late")
        Uni<String> queued(int port) {
            return uni(port);
        }

        @Step
        boolean busyUntil(CountDownLatch over, Runnable begun) throws InterruptedException {
            begun.run();
            return over.await(10, TimeUnit.SECONDS);
        }

        @Effect("other.quick")
        Uni<String> quick() {
            return Uni.createFrom().item("quick");
        }

        @Effect("other.never")
        Uni<String> never() {
            return Uni.createFrom().nothing();
        }

        /** Calls an effect in a callback of the client, which context propagation knows nothing of. */
        @Step("around")
        Uni<String> inCallback(int port) {
            return inCallbackOf(port);
        }

        @WithSpan("around")
        Uni<String> spannedInCallback(int port) {
            return inCallbackOf(port);
        }

        private Uni<String> inCallbackOf(int port) {
            return Uni.createFrom().completionStage(() -> client.get(port).compose(part -> {
                tracer.spanBuilder("by hand").startSpan().end();
                return Future.fromCompletionStage(self.quickly());
            }).toCompletionStage());
        }

        @Effect("other.quick")
        CompletionStage<String> quickly() {
            return CompletableFuture.completedFuture("quick");
        }

        @Step("one")
        Uni<String> step(int port) {
            return self.uni(port);
        }

        @Step("both")
        Uni<String> both(int port) {
            return Uni.combine().all().unis(self.uni(port), self.uni(port)).with(String::concat);
        }

        @WithSpan("spanned")
        Uni<String> spanned(int port) {
            return Uni.createFrom().completionStage(() -> client.get(port).toCompletionStage());
        }
    }

    /** A client whose every request needs a connection of its own. */
    @ApplicationScoped
    public static class Client {

        @Inject
        Vertx vertx;

        Future<String> get(int port) {
            return vertx.createHttpClient().request(HttpMethod.GET, port, "localhost", "/page/part")
                    .compose(request -> request.send().compose(HttpClientResponse::body)).map(Buffer::toString);
        }
    }
}
