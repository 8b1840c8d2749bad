package io.steptrace.dev.drawing;

import io.steptrace.runtime.internal.telemetry.SpanNames;

/** The name of a root without what those of all requests begin with. */
public final class RootName {

    private RootName() {
    }

    public static String of(String name) {
        return name.startsWith(SpanNames.REQUEST_PREFIX) ? name.substring(SpanNames.REQUEST_PREFIX.length()) : name;
    }
}
