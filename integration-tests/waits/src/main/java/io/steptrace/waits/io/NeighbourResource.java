package io.steptrace.waits.io;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Takes its time, without any step. */
@Path("/neighbour")
public class NeighbourResource {

    private static final long THOUGHT_MS = 80;

    @GET
    public String answer() throws InterruptedException {
        Thread.sleep(THOUGHT_MS);
        return "good evening";
    }
}
