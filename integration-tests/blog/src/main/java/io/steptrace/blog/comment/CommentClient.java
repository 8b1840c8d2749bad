package io.steptrace.blog.comment;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import io.smallrye.mutiny.Uni;

/** The comments endpoint, seen from a caller. */
@RegisterRestClient(configKey = "comments")
@Path("/api/comments")
interface CommentClient {

    @GET
    Uni<List<Comment>> ofPost(@QueryParam("post") long postId);
}
