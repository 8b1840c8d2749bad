package io.steptrace.test.reload;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** The page of an application that is changed while it runs. */
@Path("/page")
public class ReloadedPage {

    @Inject
    ReloadedPosts posts;

    @GET
    public String page() {
        return posts.load();
    }
}
