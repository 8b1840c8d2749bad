package io.steptrace.dev.ring;

import java.util.LinkedHashMap;
import java.util.Map;

import io.quarkus.dev.console.DevConsoleManager;

/** Where traces wait for the application that comes next, after a live reload. */
public final class KeptTraces {

    private static final String KEY = "io.steptrace.dev.traces";

    private KeptTraces() {
    }

    /** What the application before has left, by id; the same until dev mode ends. */
    public static synchronized Map<String, Map.Entry<String, byte[]>> take() {
        Map<String, Map.Entry<String, byte[]>> kept = DevConsoleManager.getGlobal(KEY);
        if (kept == null) {
            kept = new LinkedHashMap<>();
            DevConsoleManager.setGlobal(KEY, kept);
        }
        return kept;
    }
}
