package io.steptrace.threads;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestPath;

import io.smallrye.common.annotation.RunOnVirtualThread;

/** Answers on a virtual thread, which may wait for its page as long as it takes. */
@Path("/pages/{id}")
public class PageResource {

    private final Pages pages;

    PageResource(Pages pages) {
        this.pages = pages;
    }

    @GET
    @RunOnVirtualThread
    @Produces(MediaType.TEXT_PLAIN)
    public String page(@RestPath long id) {
        if (id == Stores.UNKNOWN) {
            throw new NotFoundException();
        }
        return pages.load(id).await().indefinitely();
    }
}
