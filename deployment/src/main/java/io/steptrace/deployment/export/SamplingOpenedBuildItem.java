package io.steptrace.deployment.export;

import io.quarkus.builder.item.EmptyBuildItem;

/**
 * Sampling has been opened. Steps that open what ends spans at shutdown consume it: that is closed before the last decisions
 * are made.
 */
public final class SamplingOpenedBuildItem extends EmptyBuildItem {
}
