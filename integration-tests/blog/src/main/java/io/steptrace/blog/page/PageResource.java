package io.steptrace.blog.page;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestPath;

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
    public String post(@RestPath long id) {
        // thrown here and not in the step: that a post does not exist is no failure of loading it
        return pages.renderPage(pages.loadPost(id).orElseThrow(NotFoundException::new));
    }
}
