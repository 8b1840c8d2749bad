package io.steptrace.blog.post;

import java.net.URI;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import io.steptrace.blog.author.AuthorStore;

/** Accepts new posts as JSON. */
@Path("/posts")
public class PostResource {

    private final PostStore posts;
    private final AuthorStore authors;

    PostResource(PostStore posts, AuthorStore authors) {
        this.posts = posts;
        this.authors = authors;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public RestResponse<Post> create(Draft draft) {
        if (draft == null || !draft.isComplete()) {
            throw new BadRequestException("a post needs a title and a body");
        }
        if (authors.get(draft.authorId()).isEmpty()) {
            throw new BadRequestException("there is no author " + draft.authorId());
        }
        Post post = posts.put(draft);
        return ResponseBuilder.<Post> created(URI.create("/posts/" + post.id())).entity(post).build();
    }
}
