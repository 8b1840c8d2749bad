package io.steptrace.deployment.export;

import io.quarkus.builder.item.SimpleBuildItem;
import io.quarkus.runtime.RuntimeValue;
import io.steptrace.runtime.internal.wiring.export.ExportRecorder.Opened;

/** The export has been opened. Steps that open what ends spans at shutdown consume it: that is closed before the export. */
final class ExportOpenedBuildItem extends SimpleBuildItem {

    private final RuntimeValue<Opened> opened;

    ExportOpenedBuildItem(RuntimeValue<Opened> opened) {
        this.opened = opened;
    }

    RuntimeValue<Opened> opened() {
        return opened;
    }
}
