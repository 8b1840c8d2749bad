package io.steptrace.blog.prometheus;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The queries of the dashboard, as Grafana sends them when all services are chosen. */
final class Dashboard {

    private static final File FILE = new File(
            "../../runtime/src/main/resources/META-INF/grafana/grafana-dashboard-quarkus-steptrace.json");

    private Dashboard() {
    }

    static List<String> queries() {
        return read().get("panels").findValuesAsText("expr").stream().map(Dashboard::filledIn).toList();
    }

    /** What the variable that chooses services has for its series. */
    static String seriesOfServices() {
        String definition = read().at("/templating/list/1/definition").asText();
        return definition.replaceFirst("label_values\\((.*), job\\)", "$1");
    }

    private static String filledIn(String query) {
        return query.replace("$service", ".*").replace("$__rate_interval", "1m");
    }

    private static JsonNode read() {
        try {
            return new ObjectMapper().readTree(FILE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
