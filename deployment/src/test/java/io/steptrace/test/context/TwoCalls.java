package io.steptrace.test.context;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.context.ManagedExecutor;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.mutiny.Uni;
import io.steptrace.Effect;
import io.steptrace.Need;
import io.steptrace.Slot;
import io.steptrace.Step;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.impl.VertxInternal;

/** An application that calls itself twice by a REST client, in every way and from every kind of thread. */
final class TwoCalls {

    static final int PAIRS = 60;

    private TwoCalls() {
    }

    @Path("/page")
    public static class Page {

        @Inject
        Comments comments;

        @Inject
        HttpServerRequest request;

        @Inject
        ManagedExecutor executor;

        @Inject
        Vertx vertx;

        @GET
        @Path("/blocking")
        public String blocking() {
            comments.connect(request);
            return comments.first() + comments.second();
        }

        @GET
        @Path("/chained")
        public Uni<String> chained() {
            comments.connect(request);
            return comments.firstLater().chain(first -> comments.secondLater().map(first::concat));
        }

        @GET
        @Path("/at-once")
        public Uni<String> atOnce() {
            comments.connect(request);
            return both();
        }

        @GET
        @Path("/awaited")
        public String awaited() {
            comments.connect(request);
            return both().await().indefinitely();
        }

        @GET
        @Path("/on-workers")
        public Uni<String> onWorkers() {
            comments.connect(request);
            return Uni.combine().all().unis(Uni.createFrom().item(comments::first).runSubscriptionOn(executor),
                    Uni.createFrom().item(comments::second).runSubscriptionOn(executor)).with(String::concat);
        }

        @GET
        @Path("/in-stages")
        public CompletionStage<String> inStages() {
            comments.connect(request);
            return executor.supplyAsync(comments::first).thenCombine(executor.supplyAsync(comments::second), String::concat);
        }

        @GET
        @Path("/outside/{place}")
        public String outside(String place) throws Exception {
            comments.connect(request);
            VertxInternal internal = (VertxInternal) vertx;
            for (int pair = 0; pair < PAIRS; pair++) {
                CompletableFuture<Object> done = new CompletableFuture<>();
                switch (place) {
                    case "plain" -> new Thread(() -> complete(done)).start();
                    case "executeBlocking" ->
                        plain(() -> internal.createEventLoopContext().executeBlocking(() -> complete(done)));
                    case "eventLoop" -> completeLater(internal.createEventLoopContext(), done);
                    case "workerContext" -> completeLater(internal.createWorkerContext(), done);
                    case "queue" -> comments.bothQueued().subscribe().with(done::complete, done::completeExceptionally);
                    case "need" ->
                        plain(() -> comments.bothNeeded().subscribe().with(done::complete, done::completeExceptionally));
                    default -> plain(() -> executor.runAsync(() -> complete(done)));
                }
                done.get(10, TimeUnit.SECONDS);
            }
            return place;
        }

        private void completeLater(Context context, CompletableFuture<Object> done) {
            context.runOnContext(
                    ignored -> comments.bothLater().subscribe().with(done::complete, done::completeExceptionally));
        }

        private static void plain(Runnable task) {
            new Thread(task).start();
        }

        private boolean complete(CompletableFuture<Object> done) {
            try {
                return done.complete(comments.both());
            } catch (RuntimeException e) {
                return done.completeExceptionally(e);
            }
        }

        private Uni<String> both() {
            return Uni.combine().all().unis(comments.firstLater(), comments.secondLater()).with(String::concat);
        }
    }

    @ApplicationScoped
    public static class Comments {

        private static final Slot<String> FIRST = Slot.of("first");
        private static final Slot<String> SECOND = Slot.of("second");

        private volatile CommentClient client;

        void connect(HttpServerRequest request) {
            if (client == null) {
                client = QuarkusRestClientBuilder.newBuilder().baseUri(URI.create("http://" + request.authority()))
                        .build(CommentClient.class);
            }
        }

        @Step
        String both() {
            return first() + second();
        }

        @Step
        Uni<String> bothLater() {
            return firstLater().chain(first -> secondLater().map(first::concat));
        }

        @Step(queue = "calls")
        Uni<String> bothQueued() {
            return Uni.createFrom().item(first() + second());
        }

        @Step
        Uni<String> bothNeeded() {
            return Need.parallel().require(FIRST, this::firstLater).require(SECOND, this::secondLater)
                    .resume(slots -> slots.get(FIRST) + slots.get(SECOND));
        }

        @Effect("http.get first")
        String first() {
            return client.get();
        }

        @Effect("http.get second")
        String second() {
            return client.get();
        }

        @Effect("http.get first")
        Uni<String> firstLater() {
            return client.getLater();
        }

        @Effect("http.get second")
        Uni<String> secondLater() {
            return client.getLater();
        }
    }

    @Path("/comments")
    public interface CommentClient {

        @GET
        String get();

        @GET
        Uni<String> getLater();
    }

    @Path("/comments")
    public static class CommentResource {

        @GET
        public Uni<String> get() {
            return Uni.createFrom().item("comment");
        }
    }
}
