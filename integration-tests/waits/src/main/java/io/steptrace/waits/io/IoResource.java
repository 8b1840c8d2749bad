package io.steptrace.waits.io;

import java.io.IOException;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** An endpoint a step. */
@Path("/io")
public class IoResource {

    private final Wire wire;
    private final Neighbourhood neighbourhood;

    IoResource(Wire wire, Neighbourhood neighbourhood) {
        this.wire = wire;
        this.neighbourhood = neighbourhood;
    }

    @GET
    @Path("/wire")
    public int wire() throws IOException {
        return wire.read();
    }

    @GET
    @Path("/neighbour")
    public String neighbour() {
        return neighbourhood.ask();
    }
}
