package io.steptrace.deployment.waits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;

import org.jboss.jandex.Index;
import org.jboss.jandex.IndexView;
import org.junit.jupiter.api.Test;

import io.quarkus.deployment.ApplicationArchive;
import io.quarkus.deployment.builditem.ApplicationArchivesBuildItem;
import io.quarkus.maven.dependency.DependencyFlags;
import io.quarkus.maven.dependency.ResolvedDependency;
import io.quarkus.maven.dependency.ResolvedDependencyBuilder;

class ApplicationPackagesTest {

    private final ApplicationPackagesProcessor processor = new ApplicationPackagesProcessor();

    @Test
    void areThoseOfTheRootAndOfOtherModulesOfTheWorkspace() throws IOException {
        ApplicationArchive root = archive(null, ApplicationPackagesTest.class, Map.Entry.class);
        ApplicationArchive library = archive(dependency(0), org.assertj.core.api.Assertions.class);
        ApplicationArchive module = archive(dependency(DependencyFlags.WORKSPACE_MODULE), Index.class);
        ApplicationArchive extension = archive(
                dependency(DependencyFlags.WORKSPACE_MODULE | DependencyFlags.RUNTIME_EXTENSION_ARTIFACT), Test.class);

        assertThat(processor.collect(new ApplicationArchivesBuildItem(root, List.of(library, module, extension))).names())
                .containsExactlyInAnyOrder("io.steptrace.deployment.waits", "java.util", "org.jboss.jandex");
    }

    @Test
    void mayBeNone() throws IOException {
        assertThat(processor.collect(new ApplicationArchivesBuildItem(archive(null), List.of())).names()).isEmpty();
    }

    private static ResolvedDependency dependency(int flags) {
        return ResolvedDependencyBuilder.newInstance().setGroupId("acme").setArtifactId("module" + flags).setVersion("1")
                .setFlags(flags).build();
    }

    private static ApplicationArchive archive(ResolvedDependency dependency, Class<?>... classes) throws IOException {
        IndexView index = Index.of(classes);
        return (ApplicationArchive) Proxy.newProxyInstance(ApplicationArchive.class.getClassLoader(),
                new Class<?>[] { ApplicationArchive.class }, (proxy, method, arguments) -> switch (method.getName()) {
                    case "getIndex" -> index;
                    case "getResolvedDependency" -> dependency;
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == arguments[0];
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
