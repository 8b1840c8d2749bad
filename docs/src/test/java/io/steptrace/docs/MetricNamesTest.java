package io.steptrace.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import io.steptrace.docs.names.Names;
import io.steptrace.docs.page.Page;
import io.steptrace.docs.page.Pages;
import io.steptrace.docs.page.Repository;

/** The metrics have the names under which the pages and the dashboard know them. */
class MetricNamesTest {

    private static final Path DASHBOARD = Path
            .of("runtime/src/main/resources/META-INF/grafana/grafana-dashboard-quarkus-steptrace.json");
    private static final Pattern QUERIED = Pattern.compile("(?<![\\w-])(?:steptrace|otel_sdk)_[a-z_]*[a-z]");

    @Test
    void areInTheReference() {
        List<String> reference = Pages.site("reference/metrics.adoc").lines();
        assertThat(Names.metrics()).hasSizeGreaterThan(20)
                .allMatch(name -> reference.stream().anyMatch(line -> line.startsWith("|`" + name + "` |")));
    }

    @Test
    void areThoseThatTheDashboardAsksFor() {
        Set<String> queried = Names.find(QUERIED, Repository.read(DASHBOARD));
        assertThat(queried).isSubsetOf(Names.series());
        assertThat(Names.metrics()).filteredOn(name -> name.startsWith("steptrace.")).as("shown")
                .allMatch(name -> queried.stream().anyMatch(asked -> asked.startsWith(name.replace('.', '_'))));
    }

    @Test
    void areThoseThatThePagesAskFor() {
        for (Page page : Pages.all()) {
            assertThat(Names.find(QUERIED, String.join("\n", page.lines()))).as(page.toString()).isSubsetOf(Names.series());
        }
    }
}
