package io.steptrace.runtime.internal.health;

import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

import io.smallrye.health.api.Wellness;
import io.steptrace.runtime.internal.stuck.StuckWork;
import io.steptrace.runtime.internal.stuck.StuckWorks;
import io.steptrace.runtime.internal.text.LogText;

/**
 * Shows what has been running for too long, and is always up: how long is too long for a request is not ours to judge. Part
 * of the wellness group, which neither readiness nor liveness looks at.
 */
@Wellness
@ApplicationScoped
public class StuckHealthCheck implements HealthCheck {

    private static final int MAX_SHOWN = 8;

    private final StuckWorks works;

    public StuckHealthCheck(StuckWorks works) {
        this.works = works;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("Steptrace stuck work").up()
                .withData("stuck", works.count());
        works.list().stream().limit(MAX_SHOWN)
                .forEach(work -> response.withData(work.traceId(), LogText.printable(lineOf(work))));
        return response.build();
    }

    private static String lineOf(StuckWork work) {
        return String.format(Locale.ROOT, "%s, %.1f s, %s", work.root(), work.age().toMillis() / 1e3, work.whereabouts());
    }
}
