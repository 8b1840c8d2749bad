package io.steptrace.threads;

import java.util.concurrent.CountDownLatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.steptrace.Step;

/** Hangs on a virtual thread until it is released. */
@ApplicationScoped
public class Hanging {

    private final CountDownLatch release = new CountDownLatch(1);

    void release() {
        release.countDown();
    }

    @Step
    String hang() {
        try {
            release.await();
            return "released";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    /** Answers once it is released. */
    @Path("/hanging")
    public static class Resource {

        private final Hanging hanging;

        Resource(Hanging hanging) {
            this.hanging = hanging;
        }

        @GET
        @RunOnVirtualThread
        @Produces(MediaType.TEXT_PLAIN)
        public String hang() {
            return hanging.hang();
        }
    }
}
