package io.steptrace.fleet;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestQuery;

/** The second service over HTTP. */
@RegisterRestClient(configKey = "stock")
@Path("/stock/{course}")
public interface StockClient {

    @GET
    String take(@PathParam("course") Course course, @RestQuery int items);
}
