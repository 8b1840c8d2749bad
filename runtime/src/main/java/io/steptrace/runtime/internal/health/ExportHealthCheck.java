package io.steptrace.runtime.internal.health;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

import io.smallrye.health.api.Wellness;
import io.steptrace.runtime.internal.export.ExportStatus;
import io.steptrace.runtime.internal.export.SpoolFill;
import io.steptrace.runtime.internal.text.EnumName;

/**
 * Shows how the export is doing, and is always up: an application is well without its collector. Part of the
 * wellness group, which neither readiness nor liveness looks at.
 */
@Wellness
@ApplicationScoped
public class ExportHealthCheck implements HealthCheck {

    private final ExportStatus status;

    public ExportHealthCheck(ExportStatus status) {
        this.status = status;
    }

    @Override
    public HealthCheckResponse call() {
        SpoolFill fill = status.fill();
        return HealthCheckResponse.named("Steptrace export").up()
                .withData("circuit-breaker", EnumName.of(status.breaker()))
                .withData("spool", status.heldIn())
                .withData("spooled-spans", fill.spans())
                .withData("spooled-bytes", fill.bytes())
                .withData("delivered-spans", status.tally().delivered())
                .withData("lost-spans", status.tally().lostInAll())
                .withData("lost-threads", status.lostThreads().isEmpty() ? "none" : String.join(", ", status.lostThreads()))
                .build();
    }
}
