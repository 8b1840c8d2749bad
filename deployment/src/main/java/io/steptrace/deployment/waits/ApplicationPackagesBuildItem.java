package io.steptrace.deployment.waits;

import java.util.Set;

import io.quarkus.builder.item.SimpleBuildItem;

/** The packages with code of the application, and not of its libraries: the empty name for classes without a package. */
public final class ApplicationPackagesBuildItem extends SimpleBuildItem {

    private final Set<String> names;

    ApplicationPackagesBuildItem(Set<String> names) {
        this.names = Set.copyOf(names);
    }

    public Set<String> names() {
        return names;
    }
}
