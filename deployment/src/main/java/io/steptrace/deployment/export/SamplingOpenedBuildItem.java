package io.steptrace.deployment.export;

import io.quarkus.builder.item.EmptyBuildItem;

/**
 * Sampling has been opened. Whoever ends spans at shutdown consumes it, and so is closed before the last decisions are made.
 */
public final class SamplingOpenedBuildItem extends EmptyBuildItem {
}
