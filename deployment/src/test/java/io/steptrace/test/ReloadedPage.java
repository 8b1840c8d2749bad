package io.steptrace.test;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

/** The page of an application that is changed while it runs. */
@Path("/page")
public class ReloadedPage {

    @Inject
    ReloadedPosts posts;

    @GET
    public String page() {
        return posts.load();
    }

    /** How many generations of this class the garbage collector has left, with all that hangs on their loaders. */
    @GET
    @Path("/generations")
    public long generations(@QueryParam("key") String key) {
        return LoadedGenerations.count(key, ReloadedPage.class);
    }
}
