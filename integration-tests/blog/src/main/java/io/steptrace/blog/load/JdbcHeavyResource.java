package io.steptrace.blog.load;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Answers with a report; more concurrent callers than the pool has connections wait for one. */
@Path("/jdbc-heavy")
public class JdbcHeavyResource {

    private final Report report;

    JdbcHeavyResource(Report report) {
        this.report = report;
    }

    @GET
    @Produces(MediaType.TEXT_PLAIN)
    public String write() {
        return report.write();
    }
}
