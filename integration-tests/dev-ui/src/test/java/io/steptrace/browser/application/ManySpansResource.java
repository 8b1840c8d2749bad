package io.steptrace.browser.application;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Answers with a trace as large as is asked for. */
@Path("/many-spans/{count}")
public class ManySpansResource {

    private final Inventory inventory;

    ManySpansResource(Inventory inventory) {
        this.inventory = inventory;
    }

    /** @param count of the spans, the one of the request among them */
    @GET
    public String count(@PathParam("count") int count) {
        for (int i = 1; i < count; i++) {
            inventory.count(i);
        }
        return "counted";
    }
}
