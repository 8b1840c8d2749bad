package io.steptrace.deployment.waits;

import java.util.Objects;
import java.util.stream.Collectors;

import org.jboss.jandex.ClassInfo;

import io.quarkus.deployment.ApplicationArchive;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.ApplicationArchivesBuildItem;
import io.quarkus.maven.dependency.ResolvedDependency;
import io.steptrace.deployment.config.SteptraceEnabled;

/** Finds out which code is the application's own. */
class ApplicationPackagesProcessor {

    @BuildStep(onlyIf = SteptraceEnabled.class)
    ApplicationPackagesBuildItem collect(ApplicationArchivesBuildItem archives) {
        return new ApplicationPackagesBuildItem(archives.getAllApplicationArchives().stream()
                .filter(archive -> archive == archives.getRootArchive() || isOfWorkspace(archive.getResolvedDependency()))
                .map(ApplicationArchive::getIndex).flatMap(index -> index.getKnownClasses().stream())
                .map(ApplicationPackagesProcessor::packageOf).collect(Collectors.toSet()));
    }

    /** Another module that is built together with the application; one of an extension is a library all the same. */
    private static boolean isOfWorkspace(ResolvedDependency dependency) {
        return dependency != null && dependency.isWorkspaceModule() && !dependency.isRuntimeExtensionArtifact();
    }

    private static String packageOf(ClassInfo type) {
        return Objects.requireNonNullElse(type.name().packagePrefix(), "");
    }
}
