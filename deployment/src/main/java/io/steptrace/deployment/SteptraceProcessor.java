package io.steptrace.deployment;

import java.util.List;
import java.util.stream.Stream;

import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.FeatureBuildItem;
import io.steptrace.deployment.config.SteptraceEnabled;
import io.steptrace.deployment.devui.WorkNamesBuildItem;
import io.steptrace.deployment.method.WorkMethod;

/** Names the extension among the installed features, and what the application has of it. */
class SteptraceProcessor {

    static final String FEATURE = "steptrace";

    @BuildStep
    FeatureBuildItem feature() {
        return new FeatureBuildItem(FEATURE);
    }

    @BuildStep(onlyIf = SteptraceEnabled.class)
    WorkNamesBuildItem names(DiscoveredWorkBuildItem discovered, WorkMethodsBuildItem works) {
        Stream<String> queues = Stream.concat(discovered.injectedQueues().stream(),
                works.all().stream().filter(WorkMethod::isQueued).map(WorkMethod::queue));
        return new WorkNamesBuildItem(
                sorted(works.all().stream().filter(WorkMethod::isStep).map(WorkMethod::stepName)),
                sorted(works.all().stream().filter(work -> !work.isStep()).map(WorkMethod::effectValue)), sorted(queues));
    }

    private static List<String> sorted(Stream<String> names) {
        return names.distinct().sorted().toList();
    }
}
