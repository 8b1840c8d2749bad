package io.steptrace.deployment;

import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.inject.spi.DeploymentException;

import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.jandex.DotName;
import org.jboss.logging.Logger;

import io.quarkus.arc.deployment.BeanDefiningAnnotationBuildItem;
import io.quarkus.arc.deployment.BeanDiscoveryFinishedBuildItem;
import io.quarkus.arc.deployment.CustomScopeAnnotationsBuildItem;
import io.quarkus.arc.deployment.TransformedAnnotationsBuildItem;
import io.quarkus.arc.deployment.ValidationPhaseBuildItem.ValidationErrorBuildItem;
import io.quarkus.arc.processor.BuiltinScope;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.steptrace.deployment.config.SteptraceEnabled;
import io.steptrace.deployment.method.BeanMarks;
import io.steptrace.deployment.method.BeanMembership;
import io.steptrace.deployment.method.QueueLimits;
import io.steptrace.deployment.method.WorkMethod;
import io.steptrace.runtime.internal.text.PrintableLog;

/** Fails the build with all broken rules at once. */
@BuildSteps(onlyIf = SteptraceEnabled.class)
class StepValidationProcessor {

    private static final Logger LOG = PrintableLog.of(StepValidationProcessor.class);

    @BuildStep
    void requireBeans(DiscoveredWorkBuildItem discovered, CombinedIndexBuildItem index, BeanDiscoveryFinishedBuildItem beans,
            TransformedAnnotationsBuildItem annotations, CustomScopeAnnotationsBuildItem scopes,
            List<BeanDefiningAnnotationBuildItem> definingAnnotations, BuildProducer<ViolationBuildItem> violations) {
        Set<DotName> marks = new HashSet<>(scopes.getCustomScopeNames());
        Stream.of(BuiltinScope.values()).map(BuiltinScope::getName).forEach(marks::add);
        definingAnnotations.stream().map(BeanDefiningAnnotationBuildItem::getName).forEach(marks::add);
        Set<DotName> beanClasses = beans.beanStream().classBeans().stream().map(bean -> bean.getBeanClass())
                .collect(Collectors.toSet());
        beanClasses.addAll(discovered.classesBehindInterceptionProxies());
        BeanMembership membership = new BeanMembership(index.getIndex(), beanClasses,
                new BeanMarks(index.getIndex(), annotations, marks)::isMarked);
        // of the invalid ones as well; an abstract one is refused for being abstract
        discovered.methods().stream().filter(work -> !Modifier.isAbstract(work.method().flags()))
                .flatMap(work -> membership.check(work).stream())
                .forEach(violation -> violations.produce(new ViolationBuildItem(violation)));
    }

    @BuildStep
    void requirePossibleLimits(DiscoveredWorkBuildItem discovered, BuildProducer<ViolationBuildItem> violations) {
        QueueLimits limits = new QueueLimits(key -> ConfigProvider.getConfig().getOptionalValue(key, String.class));
        Stream.concat(
                discovered.methods().stream().filter(WorkMethod::isQueued)
                        .flatMap(work -> limits.check(work.queue(), work.place())),
                discovered.injectedQueues().stream()
                        .flatMap(queue -> limits.check(queue, "@JobQueue(\"" + queue + "\")")))
                .forEach(violation -> violations.produce(new ViolationBuildItem(violation)));
    }

    /**
     * A line each in the log as well: the message of a failed build begins far to the right, behind what the build says of
     * itself.
     */
    @BuildStep
    void report(List<ViolationBuildItem> violations, BuildProducer<ValidationErrorBuildItem> errors) {
        if (violations.isEmpty()) {
            return;
        }
        List<String> lines = violations.stream().map(item -> item.violation().message()).distinct().sorted().toList();
        lines.forEach(LOG::error);
        DeploymentException mistakes = new DeploymentException("Steptrace: " + lines.size()
                + (lines.size() == 1 ? " mistake" : " mistakes") + " in the application\n" + String.join("\n", lines));
        // where it was noticed says nothing to those who are to mend it
        mistakes.setStackTrace(new StackTraceElement[0]);
        errors.produce(new ValidationErrorBuildItem(mistakes));
    }
}
