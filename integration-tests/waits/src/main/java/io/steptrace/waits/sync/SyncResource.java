package io.steptrace.waits.sync;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;

/** An endpoint a step, and two without. */
@Path("/sync")
public class SyncResource {

    private static final long PLAIN_MS = 45;

    private final Sleeps sleeps;
    private final Nesting nesting;
    private final Effort effort;
    private final Signals signals;
    private final RateTable rates;

    SyncResource(Sleeps sleeps, Nesting nesting, Effort effort, Signals signals, RateTable rates) {
        this.sleeps = sleeps;
        this.nesting = nesting;
        this.effort = effort;
        this.signals = signals;
        this.rates = rates;
    }

    /** Sleeps itself. */
    @GET
    @Path("/plain")
    public String plain() throws InterruptedException {
        Thread.sleep(PLAIN_MS);
        return "rested";
    }

    /** Waits for a future itself. */
    @GET
    @Path("/plain-future")
    public String plainFuture() throws Exception {
        return new CompletableFuture<String>().completeOnTimeout("timed out", PLAIN_MS, TimeUnit.MILLISECONDS).get();
    }

    @GET
    @Path("/once")
    public void once() throws InterruptedException {
        sleeps.once();
    }

    @GET
    @Path("/twenty")
    public void twenty() throws InterruptedException {
        sleeps.twentyTimes();
    }

    @GET
    @Path("/marked")
    public void marked() throws InterruptedException {
        sleeps.marked();
    }

    @GET
    @Path("/first")
    @Blocking
    public Uni<String> first() throws InterruptedException {
        return sleeps.first();
    }

    @GET
    @Path("/wrap")
    public void wrap() throws InterruptedException {
        nesting.wrap();
    }

    @GET
    @Path("/wrap-and-sleep")
    public void wrapAndSleep() throws InterruptedException {
        nesting.wrapAndSleep();
    }

    @GET
    @Path("/compute")
    public long compute() {
        return effort.compute();
    }

    @GET
    @Path("/future")
    public String future() throws Exception {
        return signals.future();
    }

    @GET
    @Path("/semaphore")
    public void semaphore() throws InterruptedException {
        signals.semaphore();
    }

    @GET
    @Path("/condition")
    public void condition() throws InterruptedException {
        signals.condition();
    }

    @GET
    @Path("/monitor")
    public void monitor() throws InterruptedException {
        signals.monitor();
    }

    @GET
    @Path("/rates/{currency}")
    public double rate(@PathParam("currency") String currency) throws InterruptedException {
        return rates.of(currency);
    }
}
