package io.steptrace.runtime.internal.waits;

import java.util.Collection;
import java.util.stream.Collectors;

/** Frames of a stack as text, in the form that attributes, events and the log have in common. */
public final class StackText {

    private StackText() {
    }

    /** The first frames, a line each: {@code at com.acme.Posts.load(Posts.java:42)}. */
    public static String of(Collection<StackTraceElement> frames, int depth) {
        return frames.stream().limit(depth).map(frame -> "at " + of(frame)).collect(Collectors.joining("\n"));
    }

    /** One frame, as in {@code com.acme.Posts.load(Posts.java:42)}: without its module and its class loader. */
    public static String of(StackTraceElement frame) {
        String method = frame.getClassName() + "." + frame.getMethodName();
        return frame.getLineNumber() > 0 ? method + "(" + file(frame) + ":" + frame.getLineNumber() + ")" : method;
    }

    /** Events of the JDK do not name it. */
    private static String file(StackTraceElement frame) {
        if (frame.getFileName() != null) {
            return frame.getFileName();
        }
        String written = ApplicationCode.written(frame.getClassName());
        return written.substring(written.lastIndexOf('.') + 1).split("\\$", 2)[0] + ".java";
    }
}
