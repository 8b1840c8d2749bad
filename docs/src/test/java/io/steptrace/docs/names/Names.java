package io.steptrace.docs.names;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.opentelemetry.api.common.AttributeKey;
import io.steptrace.dev.SteptraceJsonRpcService;
import io.steptrace.docs.page.Repository;
import io.steptrace.runtime.internal.telemetry.AttributeKeys;
import io.steptrace.runtime.internal.telemetry.EventNames;
import io.steptrace.runtime.internal.telemetry.SpanNames;

/** The names of the telemetry, as the code has them. */
public final class Names {

    private static final String INSTRUMENTS = "runtime/src/main/java/io/steptrace/runtime/internal/metrics/";
    private static final Pattern INSTRUMENT = Pattern.compile("\"((?:steptrace|otel\\.sdk)\\.[a-z_.]*[a-z])\"");
    /** What Prometheus adds to a name, by its unit and its kind. */
    private static final List<String> SUFFIXES = List.of("", "_ratio", "_total", "_seconds", "_seconds_bucket", "_seconds_sum",
            "_seconds_count");

    private Names() {
    }

    public static Set<String> attributes() {
        return constants(AttributeKeys.class).stream().map(key -> ((AttributeKey<?>) key).getKey())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The attributes, each with the type of its values. */
    public static Set<String> typedAttributes() {
        return constants(AttributeKeys.class).stream().map(AttributeKey.class::cast)
                .map(key -> key.getKey() + " " + key.getType().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Spans and their scope, as far as the name is the same in all applications. */
    public static Set<String> spans() {
        return constants(SpanNames.class).stream().map(String.class::cast).collect(Collectors.toCollection(TreeSet::new));
    }

    public static Set<String> events() {
        return constants(EventNames.class).stream().map(String.class::cast).collect(Collectors.toCollection(TreeSet::new));
    }

    public static Set<String> metrics() {
        return Repository.files(file -> file.startsWith(INSTRUMENTS) && file.endsWith(".java"))
                .stream().flatMap(file -> INSTRUMENT.matcher(Repository.read(file)).results()).map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The metrics as Prometheus may call them. */
    public static Set<String> series() {
        return metrics().stream().flatMap(name -> SUFFIXES.stream().map(suffix -> name.replace('.', '_') + suffix))
                .collect(Collectors.toSet());
    }

    /** What an assistant can ask for in dev mode. */
    public static Set<String> tools() {
        return Arrays.stream(SteptraceJsonRpcService.class.getMethods()).map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What a pattern finds in a text. */
    public static Set<String> find(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Object> constants(Class<?> holder) {
        return Arrays.stream(holder.getFields()).filter(field -> Modifier.isStatic(field.getModifiers())).map(Names::value)
                .toList();
    }

    private static Object value(Field field) {
        try {
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
