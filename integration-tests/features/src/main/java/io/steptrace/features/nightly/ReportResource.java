package io.steptrace.features.nightly;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.smallrye.mutiny.Uni;

/** Reports out of their time. */
@Path("/report")
public class ReportResource {

    private final Report report;

    ReportResource(Report report) {
        this.report = report;
    }

    @GET
    public Uni<Integer> drawUp() {
        return report.drawUp();
    }

    /** Answers at once. */
    @POST
    public void write() {
        report.write();
    }
}
