package io.steptrace.deployment;

import io.quarkus.builder.item.EmptyBuildItem;

/** The export has been opened. Whoever ends spans at shutdown consumes it, and so is closed before the export. */
final class ExportOpenedBuildItem extends EmptyBuildItem {
}
