package io.steptrace.blog.page;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.steptrace.blog.post.NoSuchPost;

/** The pages a reader opens. */
@Path("/posts")
@Produces(MediaType.TEXT_HTML)
public class PageResource {

    private final PostPages pages;

    PageResource(PostPages pages) {
        this.pages = pages;
    }

    @GET
    public String list() {
        return pages.renderList(pages.loadPosts());
    }

    @GET
    @Path("/{id}")
    @Blocking
    public Uni<String> post(@RestPath long id) {
        return pages.loadPost(id).map(pages::renderPage);
    }

    @ServerExceptionMapper
    Response answer(NoSuchPost failure) {
        return Response.status(Response.Status.NOT_FOUND).build();
    }
}
