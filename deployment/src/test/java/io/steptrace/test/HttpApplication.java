package io.steptrace.test;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.smallrye.mutiny.Uni;
import io.steptrace.Step;
import io.vertx.ext.web.Router;

/** Endpoints of all sorts. */
final class HttpApplication {

    private HttpApplication() {
    }

    @Path("/posts")
    public static class Posts {

        @Inject
        Steps steps;

        @Inject
        Gate gate;

        @GET
        @Path("/{id}")
        public String blocking(@PathParam("id") String id) {
            return id;
        }

        @GET
        @Path("/{id}/reactive")
        public Uni<String> reactive(@PathParam("id") String id) {
            return Uni.createFrom().item(id);
        }

        @GET
        @Path("/{id}/missing")
        public String missing(@PathParam("id") String id) {
            throw new NotFoundException("no post " + id);
        }

        @GET
        @Path("/{id}/broken")
        public String broken(@PathParam("id") String id) {
            throw new IllegalStateException("broken " + id);
        }

        @GET
        @Path("/{id}/broken-step")
        public String brokenStep(@PathParam("id") String id) {
            return steps.broken(id);
        }

        @GET
        @Path("/{id}/gated")
        public String gated(@PathParam("id") String id) {
            return gate.pass(id);
        }
    }

    @ApplicationScoped
    public static class Steps {

        @Step
        String broken(String id) {
            throw new IllegalStateException("broken " + id);
        }
    }

    /** Holds requests on their workers. */
    @Singleton
    public static class Gate {

        private volatile CountDownLatch latch = new CountDownLatch(0);

        void close() {
            latch = new CountDownLatch(1);
        }

        void open() {
            latch.countDown();
        }

        String pass(String id) {
            try {
                latch.await(20, TimeUnit.SECONDS);
                return id;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Singleton
    public static class Routes {

        void register(@Observes Router router) {
            router.get("/vertx/:x").handler(request -> request.response().end(request.pathParam("x")));
        }
    }
}
