package io.steptrace.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import io.vertx.core.json.JsonObject;

/** Every key of the configuration in AsciiDoc, a table for each group, from what the compiler has read in the sources. */
final class ConfigurationTables {

    private static final Path MODEL = Path.of("..", "runtime", "target", "classes", "META-INF", "quarkus-config-doc");
    private static final String ROOT = "quarkus.steptrace.";
    private static final String ALONE = "Keys of no group";
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private final JsonObject javadoc;
    private final JsonObject model;

    ConfigurationTables() throws IOException {
        model = read("quarkus-config-model.json");
        javadoc = read("quarkus-config-javadoc.json").getJsonObject("elements");
    }

    private static JsonObject read(String name) throws IOException {
        return new JsonObject(Files.readString(MODEL.resolve(name)));
    }

    @Override
    public String toString() {
        Map<String, StringBuilder> groups = new LinkedHashMap<>();
        groups.put(ALONE, new StringBuilder());
        for (Object root : model.getJsonArray("configRoots")) {
            for (Object item : ((JsonObject) root).getJsonArray("items")) {
                JsonObject property = (JsonObject) item;
                String key = property.getJsonObject("path").getString("property").substring(ROOT.length());
                groups.computeIfAbsent(groupOf(key), group -> new StringBuilder()).append(row(key, property));
            }
        }
        StringBuilder text = new StringBuilder();
        groups.forEach((group, rows) -> text.append(group.equals(ALONE) ? "\n[#alone]\n== " + group : title(group))
                .append("\n\n[cols=\"4,6,1,2,1\"]\n|===\n|key |meaning |type |default |read at\n\n").append(rows)
                .append("|===\n"));
        return text.toString();
    }

    private static String groupOf(String key) {
        int end = key.indexOf('.');
        return end < 0 && !key.equals("sampler") && !key.equals("console") ? ALONE : end < 0 ? key : key.substring(0, end);
    }

    private static String title(String group) {
        return "\n[#" + group + "-keys]\n== `" + ROOT + group + "`";
    }

    private String row(String key, JsonObject property) {
        String source = property.getString("sourceType") + "." + property.getString("sourceElementName");
        String kind = property.getString("typeDescription").toLowerCase(Locale.ROOT);
        String value = property.getString("defaultValue");
        return "|[[" + key.replace("\"", "") + "]]" + code(ROOT + key)
                + "\n|" + prose(javadoc.getJsonObject(source).getString("description"))
                + "\n|" + (property.getBoolean("list", false) ? "list" : kind)
                + "\n|" + (value == null ? "" : value.contains(" ") ? value : code(inWords(kind, value)))
                + "\n|" + (property.getString("phase").equals("RUN_TIME") ? "start" : "*build*") + "\n\n";
    }

    /** A duration is as it was written, before the platform made capitals of it. */
    private static String inWords(String kind, String value) {
        return kind.equals("duration") ? value.toLowerCase(Locale.ROOT) : value;
    }

    private static String prose(String description) {
        return CODE.matcher(description.replace('\n', ' ')).replaceAll(found -> code(found.group(1)).replace("\\", "\\\\"));
    }

    private static String code(String text) {
        return "`+" + text.replace("|", "\\|") + "+`";
    }
}
