package io.steptrace.blog.load;

import java.time.Duration;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Keeps a worker thread busy; more concurrent callers than there are workers wait for one. */
@Path("/worker-heavy")
public class WorkerHeavyResource {

    private static final Duration EFFORT = Duration.ofMillis(30);

    @GET
    @Produces(MediaType.TEXT_PLAIN)
    public String work() {
        return Hashing.hash("work", EFFORT);
    }
}
