package io.steptrace.deployment;

import java.util.Set;

import io.quarkus.deployment.IsProduction;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.RemovedResourceBuildItem;
import io.quarkus.maven.dependency.ArtifactKey;

/** The dashboard is for the Grafana that dev mode starts: a packaged application goes without. */
class DashboardProcessor {

    private static final String DASHBOARD = "META-INF/grafana/grafana-dashboard-quarkus-steptrace.json";

    @BuildStep(onlyIf = IsProduction.class)
    RemovedResourceBuildItem leaveOut() {
        return new RemovedResourceBuildItem(ArtifactKey.fromString("io.steptrace:quarkus-steptrace"), Set.of(DASHBOARD));
    }
}
