package io.steptrace.benchmarks.waits;

import java.util.List;

/** Whether the application looks for waits that are not marked. */
enum Detection {

    /** What the other is set against. */
    OFF("without detection", false),

    ON("with detection", true);

    private final String description;
    private final boolean isOn;

    Detection(String description, boolean isOn) {
        this.description = description;
        this.isOn = isOn;
    }

    /** Options of the JVM that runs the application. */
    List<String> options() {
        return List.of("-Dquarkus.steptrace.detect.waits=" + isOn);
    }

    @Override
    public String toString() {
        return description;
    }
}
