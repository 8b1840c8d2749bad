package io.steptrace.deployment.export;

import io.quarkus.builder.item.SimpleBuildItem;
import io.quarkus.runtime.RuntimeValue;
import io.steptrace.runtime.internal.wiring.export.ExportRecorder.Opened;

/** The export has been opened. Whoever ends spans at shutdown consumes it, and so is closed before the export. */
final class ExportOpenedBuildItem extends SimpleBuildItem {

    private final RuntimeValue<Opened> opened;

    ExportOpenedBuildItem(RuntimeValue<Opened> opened) {
        this.opened = opened;
    }

    RuntimeValue<Opened> opened() {
        return opened;
    }
}
