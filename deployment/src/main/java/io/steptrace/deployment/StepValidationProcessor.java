package io.steptrace.deployment;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.inject.spi.DeploymentException;

import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.jandex.DotName;

import io.quarkus.arc.deployment.BeanDiscoveryFinishedBuildItem;
import io.quarkus.arc.deployment.ValidationPhaseBuildItem.ValidationErrorBuildItem;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;

/** Fails the build with all broken rules at once. */
@BuildSteps(onlyIf = SteptraceEnabled.class)
class StepValidationProcessor {

    @BuildStep
    void requireBeans(CombinedIndexBuildItem index, BeanDiscoveryFinishedBuildItem beans,
            BuildProducer<ViolationBuildItem> violations) {
        Set<DotName> beanClasses = beans.beanStream().classBeans().stream().map(bean -> bean.getBeanClass())
                .collect(Collectors.toSet());
        BeanMembership membership = new BeanMembership(index.getIndex(), beanClasses);
        // whatever else is wrong with a method; an abstract one is refused for being abstract
        new StepMethodScanner(index.getIndex()).workMethods().stream()
                .filter(work -> !Modifier.isAbstract(work.method().flags()))
                .forEach(work -> membership.check(work)
                        .ifPresent(violation -> violations.produce(new ViolationBuildItem(violation))));
    }

    @BuildStep
    void requirePossibleLimits(CombinedIndexBuildItem index, BuildProducer<ViolationBuildItem> violations) {
        QueueLimits limits = new QueueLimits(ConfigProvider.getConfig());
        List<Violation> found = new ArrayList<>();
        StepMethodScanner scanner = new StepMethodScanner(index.getIndex());
        scanner.workMethods().stream().filter(work -> !work.queue().isEmpty())
                .forEach(work -> found.addAll(limits.check(work.queue(), work.place())));
        scanner.injectedQueues()
                .forEach(queue -> found.addAll(limits.check(queue, "@JobQueue(\"" + queue + "\")")));
        found.forEach(violation -> violations.produce(new ViolationBuildItem(violation)));
    }

    @BuildStep
    void report(List<ViolationBuildItem> violations, BuildProducer<ValidationErrorBuildItem> errors) {
        if (!violations.isEmpty()) {
            String lines = violations.stream().map(item -> item.violation().message()).sorted()
                    .collect(Collectors.joining("\n"));
            errors.produce(new ValidationErrorBuildItem(new DeploymentException(lines)));
        }
    }
}
