package io.steptrace.blog.load;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;

/** Answers with the digest of all posts; concurrent callers wait in a queue. */
@Path("/queue-heavy")
public class QueueHeavyResource {

    private final PostDigest digest;

    QueueHeavyResource(PostDigest digest) {
        this.digest = digest;
    }

    @GET
    @Produces(MediaType.TEXT_PLAIN)
    public Uni<String> digest() {
        return digest.buildDigest();
    }
}
