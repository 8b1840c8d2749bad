package io.steptrace.dev.ring;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

import io.quarkus.dev.console.DevConsoleManager;

/** Where traces wait for the application that comes next, after a live reload. */
public final class KeptTraces {

    private static final String KEY = "io.steptrace.dev.traces";

    private KeptTraces() {
    }

    /** What the application before has left; the same until dev mode ends. */
    public static synchronized Deque<Map.Entry<String, byte[]>> take() {
        Deque<Map.Entry<String, byte[]>> kept = DevConsoleManager.getGlobal(KEY);
        if (kept == null) {
            kept = new ArrayDeque<>();
            DevConsoleManager.setGlobal(KEY, kept);
        }
        return kept;
    }
}
