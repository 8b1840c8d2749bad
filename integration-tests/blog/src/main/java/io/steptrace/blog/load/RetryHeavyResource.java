package io.steptrace.blog.load;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Answers once the newsletter is delivered, which takes three attempts. */
@Path("/retry-heavy")
public class RetryHeavyResource {

    private final Newsletter newsletter;

    RetryHeavyResource(Newsletter newsletter) {
        this.newsletter = newsletter;
    }

    @GET
    @Produces(MediaType.TEXT_PLAIN)
    public String publish() {
        return newsletter.publish();
    }
}
