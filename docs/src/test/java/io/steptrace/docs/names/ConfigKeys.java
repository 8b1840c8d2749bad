package io.steptrace.docs.names;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The keys of the extensions on the class path, as the models that come with them describe these. */
public final class ConfigKeys {

    private static final String MODEL = "META-INF/quarkus-config-doc/quarkus-config-model.json";
    private static final List<ConfigKey> ALL = read();
    private static final Map<String, List<ConfigKey>> BY_BEGINNING = ALL.stream()
            .collect(Collectors.groupingBy(key -> beginning(key.name())));

    private ConfigKeys() {
    }

    /** The keys that have this name, with any name of a queue or another entry in it. */
    public static List<ConfigKey> named(String name) {
        return likely(name).filter(key -> key.matches(name)).toList();
    }

    /** Whether that is a key, or a group of keys, or the beginning of some before an asterisk. */
    public static boolean know(String name) {
        String beginning = name.endsWith("*") ? name.substring(0, name.length() - 1) : name + ".";
        return !named(name).isEmpty() || likely(name).anyMatch(key -> key.beginsWith(beginning));
    }

    /** Those of one extension, by what all of them begin with. */
    public static List<ConfigKey> below(String prefix) {
        return ALL.stream().filter(key -> key.name().startsWith(prefix)).sorted(Comparator.comparing(ConfigKey::name)).toList();
    }

    private static Stream<ConfigKey> likely(String name) {
        return BY_BEGINNING.getOrDefault(beginning(name), List.of()).stream();
    }

    /** Its first two words, in which no entry has a name. */
    private static String beginning(String name) {
        return name.split("[.*]", 3).length < 2 ? name : "quarkus." + name.split("[.*]", 3)[1];
    }

    private static List<ConfigKey> read() {
        try {
            ObjectMapper json = new ObjectMapper();
            Stream<JsonNode> roots = Stream.empty();
            for (URL model : Collections.list(ConfigKeys.class.getClassLoader().getResources(MODEL))) {
                roots = Stream.concat(roots, json.readTree(model).path("configRoots").valueStream());
            }
            return roots.flatMap(ConfigKeys::properties).flatMap(ConfigKey::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<JsonNode> properties(JsonNode node) {
        return node.has("path") && !node.has("items") ? Stream.of(node)
                : node.path("items").valueStream().flatMap(ConfigKeys::properties);
    }
}
