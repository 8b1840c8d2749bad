package io.steptrace.test.waits;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("/sleeps")
public class Sleeps {

    private final Sleeper sleeper;

    Sleeps(Sleeper sleeper) {
        this.sleeper = sleeper;
    }

    @GET
    public String sleep() throws InterruptedException {
        Thread.sleep(40);
        sleeper.nap();
        return "rested";
    }

    @GET
    @Path("/not")
    public String stayAwake() {
        return "awake";
    }
}
