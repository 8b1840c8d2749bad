package io.steptrace.waits.io;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The neighbour, seen from a caller that blocks. */
@RegisterRestClient(configKey = "neighbour")
@Path("/neighbour")
interface NeighbourClient {

    @GET
    String answer();
}
