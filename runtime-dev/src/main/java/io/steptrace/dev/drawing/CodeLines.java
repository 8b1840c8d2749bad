package io.steptrace.dev.drawing;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.opentelemetry.api.common.Attributes;
import io.steptrace.dev.answer.Place;
import io.steptrace.runtime.internal.telemetry.AttributeKeys;

/** Reads places in the code from the attributes of a span. */
public final class CodeLines {

    private static final Pattern FRAME = Pattern.compile("(.+)\\.[^.(]+\\(([^:()]+)(?::(\\d+))?\\)");

    private static final String AT = "at ";

    private CodeLines() {
    }

    /** The frames of a stack trace, such as {@code at com.acme.Posts.load(Posts.java:42)}; empty for none. */
    static List<String> stack(Attributes attributes) {
        String stackTrace = attributes.get(AttributeKeys.CODE_STACKTRACE);
        return stackTrace == null ? List.of()
                : stackTrace.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** Where a wait was found, or what a step or an effect stands for; null if unknown. */
    static Place place(Attributes attributes) {
        String function = attributes.get(AttributeKeys.CODE_FUNCTION_NAME);
        if (function == null || function.lastIndexOf('.') < 0) {
            return null;
        }
        Long line = attributes.get(AttributeKeys.CODE_LINE_NUMBER);
        String fileName = stack(attributes).stream().filter(frame -> frame.startsWith(AT + function + '(')).findFirst()
                .map(frame -> place(frame.substring(AT.length()))).map(Place::fileName).orElse(null);
        return new Place(function.substring(0, function.lastIndexOf('.')), fileName, line == null ? 0 : line.intValue());
    }

    /** That of a frame such as {@code com.acme.Posts.load(Posts.java:42)}; null if it is none. */
    public static Place place(String frame) {
        Matcher matcher = FRAME.matcher(frame);
        return matcher.matches()
                ? new Place(matcher.group(1), matcher.group(2),
                        matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3)))
                : null;
    }
}
