package io.steptrace.blog.light;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The list of posts as light as a page gets, with spans of several kinds. */
@Path("/light")
@Produces(MediaType.TEXT_HTML)
public class LightResource {

    private final PlainListPage plain;
    private final WithSpanListPage withSpan;
    private final StepListPage steps;

    LightResource(PlainListPage plain, WithSpanListPage withSpan, StepListPage steps) {
        this.plain = plain;
        this.withSpan = withSpan;
        this.steps = steps;
    }

    @GET
    @Path("/none")
    public String none() {
        return answer(plain);
    }

    @GET
    @Path("/with-span")
    public String withSpan() {
        return answer(withSpan);
    }

    @GET
    @Path("/steps")
    public String steps() {
        return answer(steps);
    }

    private static String answer(ListPage page) {
        return page.renderList(page.loadPosts());
    }
}
