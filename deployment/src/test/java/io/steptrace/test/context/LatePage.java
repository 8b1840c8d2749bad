package io.steptrace.test.context;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

/** A page whose client asks the same server for a part of it. */
public abstract class LatePage {

    @Inject
    LateParts.Client client;

    @Context
    UriInfo here;

    /** That of this server. */
    protected int port() {
        return here.getBaseUri().getPort();
    }

    @GET
    @Path("/part")
    public String part() {
        return "part";
    }
}
