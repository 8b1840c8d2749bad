package io.steptrace.blog.comment;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestQuery;

/** The comments of a post as JSON; a post without any, or none of that number, has an empty list. */
@Path("/api/comments")
public class CommentResource {

    private final CommentStore comments;

    CommentResource(CommentStore comments) {
        this.comments = comments;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public List<Comment> ofPost(@RestQuery("post") long postId) {
        return comments.list(postId);
    }
}
