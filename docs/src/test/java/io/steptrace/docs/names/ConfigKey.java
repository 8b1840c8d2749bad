package io.steptrace.docs.names;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

/**
 * A key that an extension reads.
 *
 * @param name with placeholders in quotes for the names of entries
 * @param type the class of its value, or of the elements of a list
 * @param accepted what an enumeration accepts; empty if it is none
 */
public record ConfigKey(String name, String type, boolean isList, Set<String> accepted) {

    private static final SmallRyeConfig CONVERTERS = new SmallRyeConfigBuilder().addDiscoveredConverters().build();
    private static final Map<String, Class<?>> TYPES = Stream
            .of(boolean.class, int.class, long.class, double.class, float.class, Boolean.class, Integer.class, Long.class,
                    OptionalInt.class, OptionalLong.class, OptionalDouble.class, Duration.class, MemorySize.class)
            .collect(Collectors.toMap(Class::getName, type -> type));
    private static final Pattern PLACEHOLDER = Pattern.compile("\"[^\"]+\"");
    private static final String ENTRY = "(\"[^\"]+\"|[^.\"]+)";

    static Stream<ConfigKey> of(JsonNode property) {
        Set<String> accepted = property.path("enumAcceptedValues").path("values").propertyStream()
                .map(value -> value.getValue().path("configValue").asText()).collect(Collectors.toSet());
        return Stream.concat(Stream.of(property.path("path")), property.path("additionalPaths").valueStream())
                .map(path -> new ConfigKey(path.path("property").asText(), property.path("type").asText(),
                        property.path("list").asBoolean(), accepted));
    }

    boolean matches(String other) {
        return name.equals(other) || name.contains("\"") && other.matches(pattern(name));
    }

    /** Whether it goes on after that, which ends anywhere in it. */
    boolean beginsWith(String beginning) {
        String[] parts = beginning.split("\\.", -1);
        String[] own = name.split("\\.");
        int last = parts.length - 1;
        return last < own.length && own[last].startsWith(parts[last])
                && IntStream.range(0, last).allMatch(i -> parts[i].matches(pattern(own[i])));
    }

    private static String pattern(String name) {
        return Stream.of(PLACEHOLDER.split(name, -1)).map(Pattern::quote).collect(Collectors.joining(ENTRY));
    }

    /** What is wrong with a value; empty if nothing. What the model does not know the type of is taken as it is. */
    public String faultOf(String value) {
        return Stream.of(isList ? value.split(",") : new String[] { value }).map(String::strip).map(this::fault)
                .filter(fault -> !fault.isEmpty()).collect(Collectors.joining(", "));
    }

    private String fault(String value) {
        if (!accepted.isEmpty()) {
            return accepted.contains(value) ? "" : value + " is none of " + accepted;
        }
        try {
            CONVERTERS.convert(value, TYPES.getOrDefault(type, String.class));
            return "";
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }
}
