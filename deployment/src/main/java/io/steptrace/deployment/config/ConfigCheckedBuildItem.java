package io.steptrace.deployment.config;

import io.quarkus.builder.item.EmptyBuildItem;

/** The configuration obeys its rules; consumed by the steps that open what it configures when the application starts. */
public final class ConfigCheckedBuildItem extends EmptyBuildItem {
}
