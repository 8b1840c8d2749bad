package io.steptrace.blog.views;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Answers with the posts that are read most; now and then a caller waits, and its code does not say for what. */
@Path("/slow-by-accident")
public class SlowByAccidentResource {

    private final Ranking ranking;

    SlowByAccidentResource(Ranking ranking) {
        this.ranking = ranking;
    }

    @GET
    @Produces(MediaType.TEXT_PLAIN)
    public String rank() {
        return ranking.rankPosts();
    }
}
