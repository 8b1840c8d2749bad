package io.steptrace.threads;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestPath;

import io.smallrye.common.annotation.RunOnVirtualThread;

/** Answers on a virtual thread when its turn has come. */
@Path("/turns/{id}")
public class TurnResource {

    private final Turns turns;

    TurnResource(Turns turns) {
        this.turns = turns;
    }

    @GET
    @RunOnVirtualThread
    @Produces(MediaType.TEXT_PLAIN)
    public String turn(@RestPath long id) {
        return turns.end(turns.permitted(turns.take(id).await().indefinitely()));
    }
}
