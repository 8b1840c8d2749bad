package io.steptrace.blog.load;

import java.util.concurrent.CompletionStage;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Answers with a thumbnail; concurrent callers wait in a bulkhead. */
@Path("/bulkhead-heavy")
public class BulkheadHeavyResource {

    private final Thumbnails thumbnails;

    BulkheadHeavyResource(Thumbnails thumbnails) {
        this.thumbnails = thumbnails;
    }

    @GET
    @Produces(MediaType.TEXT_PLAIN)
    public CompletionStage<String> draw() {
        return thumbnails.draw();
    }
}
