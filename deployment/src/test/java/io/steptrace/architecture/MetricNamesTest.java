package io.steptrace.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** The metrics have the names under which the guide and the dashboard know them. */
class MetricNamesTest {

    private static final Path ROOT = Path.of("..");
    private static final Path INSTRUMENTS = ROOT.resolve("runtime/src/main/java/io/steptrace/runtime/internal/metrics");
    private static final Path GUIDE = ROOT.resolve("docs/modules/ROOT/pages/reference/metrics.adoc");
    private static final Path DASHBOARD = ROOT
            .resolve("runtime/src/main/resources/META-INF/grafana/grafana-dashboard-quarkus-steptrace.json");

    private static final Pattern INSTRUMENT = Pattern.compile("\"((?:steptrace|otel\\.sdk)\\.[a-z_.]*[a-z])\"");
    private static final Pattern QUERIED = Pattern.compile("(?:steptrace|otel_sdk)_[a-z_]*[a-z]");
    /** What Prometheus adds to a name, by its unit and its kind. */
    private static final List<String> SUFFIXES = List.of("", "_ratio", "_total", "_seconds_bucket", "_seconds_sum",
            "_seconds_count");

    @Test
    void areInTheGuide() throws IOException {
        String guide = Files.readString(GUIDE);
        assertThat(instruments()).hasSizeGreaterThan(20).allMatch(name -> guide.contains("|`" + name + "` |"));
    }

    @Test
    void areThoseThatTheDashboardAsksFor() throws IOException {
        Set<String> queried = find(QUERIED, Files.readString(DASHBOARD));
        assertThat(queried).isSubsetOf(instruments().stream()
                .flatMap(name -> SUFFIXES.stream().map(suffix -> name.replace('.', '_') + suffix)).collect(Collectors.toSet()));
        assertThat(instruments()).filteredOn(name -> name.startsWith("steptrace.")).as("shown")
                .allMatch(name -> queried.stream().anyMatch(asked -> asked.startsWith(name.replace('.', '_'))));
    }

    private static Set<String> instruments() throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> sources = Files.list(INSTRUMENTS)) {
            for (Path source : sources.toList()) {
                names.addAll(find(INSTRUMENT, Files.readString(source)));
            }
        }
        return names;
    }

    private static Set<String> find(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(found.groupCount())).collect(Collectors.toSet());
    }
}
