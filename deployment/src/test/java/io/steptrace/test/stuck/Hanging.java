package io.steptrace.test.stuck;

import java.util.concurrent.CountDownLatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.steptrace.Step;

/** An application of requests and jobs that hang until they are released. */
@Path("/")
public class Hanging {

    private final Work work;

    Hanging(Work work) {
        this.work = work;
    }

    @GET
    @Path("quick/{id}")
    public String quick() {
        return work.quick();
    }

    @GET
    @Path("step/{id}")
    public String step() {
        return work.inStep();
    }

    /** No step around it. */
    @GET
    @Path("plain")
    public String plain() {
        return work.hang();
    }

    @GET
    @Path("monitor")
    public String monitor() {
        return work.inMonitor();
    }

    @GET
    @Path("never")
    public Uni<String> never() {
        return work.pending();
    }

    @GET
    @Path("queued")
    public Uni<String> queued() {
        return work.queued();
    }

    @ApplicationScoped
    public static class Work {

        private final Object monitor = new Object();
        private volatile CountDownLatch latch = new CountDownLatch(1);
        private volatile UniEmitter<? super String> emitter;

        Object monitor() {
            return monitor;
        }

        void release() {
            latch.countDown();
            latch = new CountDownLatch(1);
            UniEmitter<? super String> pending = emitter;
            if (pending != null) {
                pending.complete("released");
            }
        }

        @Step
        String quick() {
            return "quick";
        }

        @Step
        String inStep() {
            return hang();
        }

        @Step
        String inMonitor() {
            synchronized (monitor) {
                return "entered";
            }
        }

        @Step(queue = "slow")
        Uni<String> queued() {
            return Uni.createFrom().item(hang());
        }

        Uni<String> pending() {
            return Uni.createFrom().emitter(pending -> emitter = pending);
        }

        String hang() {
            try {
                latch.await();
                return "released";
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return "interrupted";
            }
        }
    }
}
