package io.steptrace.features.chat;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;

/** The items, as this very application serves them. */
@Path("/items")
@RegisterRestClient(configKey = "items")
public interface ItemClient {

    @GET
    @Path("/{sku}")
    StockedItem get(@RestPath String sku);

    /** What the chat wants to know of an item. */
    record StockedItem(String name, int stock) {
    }
}
