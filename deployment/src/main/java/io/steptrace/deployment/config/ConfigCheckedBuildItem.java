package io.steptrace.deployment.config;

import io.quarkus.builder.item.EmptyBuildItem;

/** The configuration obeys its rules; consumed by whatever is opened with it when the application starts. */
public final class ConfigCheckedBuildItem extends EmptyBuildItem {
}
