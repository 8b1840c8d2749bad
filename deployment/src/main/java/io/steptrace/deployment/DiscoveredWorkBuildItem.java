package io.steptrace.deployment;

import java.util.Collection;

import org.jboss.jandex.DotName;

import io.quarkus.builder.item.SimpleBuildItem;
import io.steptrace.deployment.method.StepMethodScanner;
import io.steptrace.deployment.method.WorkMethod;

/** What the application has annotated, found and parsed once, valid or not; each in a reproducible order. */
final class DiscoveredWorkBuildItem extends SimpleBuildItem {

    private final Collection<WorkMethod> methods;
    private final Collection<String> injectedQueues;
    private final Collection<String> applicationErrors;
    private final Collection<DotName> classesBehindInterceptionProxies;

    DiscoveredWorkBuildItem(StepMethodScanner scanner) {
        methods = scanner.workMethods();
        injectedQueues = scanner.injectedQueues();
        applicationErrors = scanner.applicationErrors();
        classesBehindInterceptionProxies = scanner.classesBehindInterceptionProxies();
    }

    /** All steps and effects. */
    Collection<WorkMethod> methods() {
        return methods;
    }

    /** The names of the queues that are injected as executors. */
    Collection<String> injectedQueues() {
        return injectedQueues;
    }

    /** The names of the types marked as application errors. */
    Collection<String> applicationErrors() {
        return applicationErrors;
    }

    /** The classes whose instances a producer has intercepted, although they are no beans. */
    Collection<DotName> classesBehindInterceptionProxies() {
        return classesBehindInterceptionProxies;
    }
}
