package io.steptrace.deployment;

import java.util.ArrayList;
import java.util.List;

import org.jboss.jandex.IndexView;
import org.jboss.logging.Logger;

import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.steptrace.deployment.config.SteptraceEnabled;
import io.steptrace.deployment.method.BridgeMethods;
import io.steptrace.deployment.method.ResultTypes;
import io.steptrace.deployment.method.StepMethodScanner;
import io.steptrace.deployment.method.StepMethodValidator;
import io.steptrace.deployment.method.Violation;
import io.steptrace.deployment.method.WorkMethod;
import io.steptrace.runtime.internal.text.PrintableLog;

/** Finds the steps and effects of the application and sorts out those that cannot be. */
class StepDiscoveryProcessor {

    private static final Logger LOG = PrintableLog.of(StepDiscoveryProcessor.class);

    /** Without tracing as well: the application's executors are still to be injected. */
    @BuildStep
    DiscoveredWorkBuildItem discover(CombinedIndexBuildItem index, Capabilities capabilities) {
        return new DiscoveredWorkBuildItem(new StepMethodScanner(index.getComputingIndex(),
                capabilities.isPresent(Capability.SMALLRYE_FAULT_TOLERANCE)));
    }

    @BuildStep(onlyIf = SteptraceEnabled.class)
    WorkMethodsBuildItem sortOut(DiscoveredWorkBuildItem discovered, CombinedIndexBuildItem combinedIndex,
            BuildProducer<ViolationBuildItem> violations) {
        IndexView index = combinedIndex.getComputingIndex();
        StepMethodValidator validator = new StepMethodValidator(index);
        ResultTypes results = new ResultTypes(index);
        List<WorkMethod> valid = new ArrayList<>();
        for (WorkMethod work : discovered.methods()) {
            List<Violation> broken = validator.check(work);
            broken.forEach(violation -> violations.produce(new ViolationBuildItem(violation)));
            // later steps run all the same before the build fails: they get nothing they cannot work with
            if (broken.isEmpty()) {
                valid.add(work);
                results.endsTooEarly(work).ifPresent(warning -> LOG.warn(warning.message()));
            }
        }
        StepMethodValidator.checkNames(discovered.methods())
                .forEach(violation -> violations.produce(new ViolationBuildItem(violation)));
        return new WorkMethodsBuildItem(valid, new BridgeMethods(index).to(valid));
    }
}
