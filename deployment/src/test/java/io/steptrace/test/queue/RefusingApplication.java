package io.steptrace.test.queue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.awaitility.Awaitility;
import org.eclipse.microprofile.context.ManagedExecutor;

import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.steptrace.JobQueue;
import io.steptrace.Need;
import io.steptrace.Slot;
import io.steptrace.Step;
import io.steptrace.runtime.internal.queue.JobQueues;
import io.vertx.ext.web.Router;

/** Reaches queues that have no room, in every way a request can; {@link Work#occupy} fills a queue until it is released. */
final class RefusingApplication {

    private RefusingApplication() {
    }

    @Path("/refused")
    public static class Endpoints {

        private static final Slot<String> PAGE = Slot.of("page");

        @Inject
        Work work;

        @Inject
        @JobQueue("mail")
        ManagedExecutor mail;

        @GET
        @Path("/uni")
        public Uni<String> uni() {
            return work.uni();
        }

        @GET
        @Path("/stage")
        public CompletionStage<String> stage() {
            return work.stage();
        }

        @GET
        @Path("/void")
        public String fireAndForget() {
            work.fireAndForget();
            return "sent";
        }

        @GET
        @Path("/blocking-uni")
        public String blockingUni() {
            return work.uni().await().indefinitely();
        }

        @GET
        @Path("/joined-stage")
        public String joinedStage() {
            return work.stage().toCompletableFuture().join();
        }

        @GET
        @Path("/event-loop")
        @NonBlocking
        public String eventLoop() {
            work.fireAndForget();
            return "sent";
        }

        @GET
        @Path("/executor")
        public String executor() {
            mail.execute(() -> {
            });
            return "sent";
        }

        @GET
        @Path("/need")
        public Uni<String> need() {
            return Need.sequential().require(PAGE, () -> Uni.createFrom().item("page")).resume(slots -> slots.get(PAGE));
        }

        @GET
        @Path("/caught")
        public String caught() {
            try {
                work.fireAndForget();
                return "sent";
            } catch (java.util.concurrent.RejectedExecutionException e) {
                return "later";
            }
        }
    }

    @ApplicationScoped
    public static class Routes {

        @Inject
        Work work;

        void register(@Observes Router router) {
            router.get("/routes/void").handler(request -> {
                work.fireAndForget();
                request.end("sent");
            });
            router.get("/routes/uni").handler(
                    request -> work.uni().subscribe().with(request::end, request::fail));
            router.get("/routes/worker-pool").handler(request -> request.fail(
                    new java.util.concurrent.RejectedExecutionException("the platform's own")));
        }
    }

    @ApplicationScoped
    public static class Work {

        private volatile CountDownLatch gate = new CountDownLatch(1);

        @Inject
        @JobQueue("mail")
        ManagedExecutor mail;

        @Inject
        @JobQueue("continuations")
        ManagedExecutor continuations;

        @Inject
        JobQueues queues;

        /** Both queues have one worker and no place to wait. */
        void occupy() throws InterruptedException {
            gate = new CountDownLatch(1);
            CountDownLatch begun = new CountDownLatch(2);
            for (ManagedExecutor queue : new ManagedExecutor[] { mail, continuations }) {
                queue.execute(() -> {
                    begun.countDown();
                    await(gate);
                });
            }
            await(begun);
        }

        void release() {
            gate.countDown();
            Awaitility.await().until(() -> queues.all().stream().allMatch(queue -> queue.load().running() == 0));
        }

        @Step(queue = "mail")
        Uni<String> uni() {
            return Uni.createFrom().item("sent");
        }

        @Step(queue = "mail")
        CompletionStage<String> stage() {
            return CompletableFuture.completedFuture("sent");
        }

        @Step(queue = "mail")
        void fireAndForget() {
            // nothing to do
        }

        private static void await(CountDownLatch latch) {
            try {
                if (!latch.await(20, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("nothing came");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
