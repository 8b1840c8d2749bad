package io.steptrace.blog.load;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Answers with the fingerprint of a printed page; concurrent callers are parked until the printer is free. */
@Path("/park-heavy")
public class ParkHeavyResource {

    private final Printing printing;

    ParkHeavyResource(Printing printing) {
        this.printing = printing;
    }

    @GET
    @Produces(MediaType.TEXT_PLAIN)
    public String print() {
        return printing.printPage();
    }
}
