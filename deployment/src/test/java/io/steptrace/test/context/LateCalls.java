package io.steptrace.test.context;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;

/**
 * An application whose client has to connect first, so that what it sends begins long after the method that asked for it has
 * returned.
 */
final class LateCalls {

    private LateCalls() {
    }

    @Path("/page")
    @NonBlocking
    public static class Page extends LatePage {

        @Inject
        LateParts.Parts parts;

        @Inject
        Vertx vertx;

        @GET
        @Path("/uni")
        public Uni<String> uni() {
            return parts.uni(port());
        }

        @GET
        @Path("/stage")
        public CompletionStage<String> stage() {
            return parts.stage(port());
        }

        @GET
        @Path("/multi")
        public Uni<String> multi() {
            return parts.multi(port()).collect().last();
        }

        @GET
        @Path("/in-step")
        public Uni<String> inStep() {
            return parts.step(port());
        }

        @GET
        @Path("/awaited")
        @Blocking
        public String awaited() {
            return parts.uni(port()).await().indefinitely();
        }

        @GET
        @Path("/queued")
        public Uni<String> queued() {
            return parts.queued(port());
        }

        /** Outside the request, on an event loop that serves many. */
        @GET
        @Path("/event-loop")
        public CompletionStage<String> eventLoop() {
            int port = port();
            CompletableFuture<String> done = new CompletableFuture<>();
            ((VertxInternal) vertx).createEventLoopContext().runOnContext(
                    ignored -> parts.uni(port).subscribe().with(done::complete, done::completeExceptionally));
            return done;
        }

        /** Where another thread is in a step of the same request. */
        @GET
        @Path("/beside-a-busy-worker")
        public CompletionStage<String> besideABusyWorker() {
            int port = port();
            CountDownLatch busy = new CountDownLatch(1);
            CompletableFuture<String> done = new CompletableFuture<>();
            vertx.executeBlocking(() -> parts.busyUntil(busy, () -> vertx.getOrCreateContext().runOnContext(
                    ignored -> parts.uni(port).subscribe().with(done::complete, done::completeExceptionally))), false);
            return done.whenComplete((part, failure) -> busy.countDown());
        }

        @GET
        @Path("/in-turn")
        public Uni<String> inTurn() {
            int port = port();
            return parts.uni(port).chain(first -> parts.uni(port).map(first::concat));
        }

        @GET
        @Path("/at-once")
        public Uni<String> atOnce() {
            return parts.both(port());
        }

        @GET
        @Path("/in-callback")
        public Uni<String> inCallback() {
            return parts.inCallback(port());
        }

        @GET
        @Path("/in-callback-of-the-platform")
        public Uni<String> inCallbackOfThePlatform() {
            return parts.spannedInCallback(port());
        }

        /** Beside a result that is still to come, and not for it. */
        @GET
        @Path("/in-the-same-turn")
        public Uni<String> inTheSameTurn() {
            parts.never().subscribe().with(never -> {
            });
            return parts.quick();
        }

        @GET
        @Path("/afterwards")
        public CompletionStage<String> afterwards() {
            int port = port();
            return parts.quick().subscribeAsCompletionStage().thenCompose(quick -> client.get(port).toCompletionStage());
        }

        @GET
        @Path("/with-span")
        public Uni<String> withSpan() {
            return parts.spanned(port());
        }

        @GET
        @Path("/with-span-beside-effect")
        public Uni<String> withSpanBesideEffect() {
            return Uni.combine().any().of(parts.never(), parts.spanned(port()));
        }
    }
}
