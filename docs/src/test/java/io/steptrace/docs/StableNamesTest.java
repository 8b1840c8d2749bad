package io.steptrace.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import io.steptrace.docs.names.ConfigKey;
import io.steptrace.docs.names.ConfigKeys;
import io.steptrace.docs.names.Names;
import io.steptrace.docs.names.Signatures;
import io.steptrace.docs.page.Repository;

/** What reference/stability.adoc promises is as it was: a line of the list changes on purpose only. */
class StableNamesTest {

    private static final Path LIST = Repository.ROOT.resolve("docs/stable.txt");
    private static final String REMEDY = """
            a promise of reference/stability.adoc: -Dsteptrace.golden=update writes it; a line that is gone or has changed breaks \
            applications, and waits for the next major version, with an entry in the changelog""";

    @Test
    void areAsTheyWere() throws IOException {
        List<String> lines = new ArrayList<>();
        section(lines, "package io.steptrace", Signatures.of("io.steptrace"));
        section(lines, "package io.steptrace.test", Signatures.of("io.steptrace.test"));
        section(lines, "configuration",
                ConfigKeys.below("quarkus.steptrace.").stream().map(StableNamesTest::described).toList());
        section(lines, "spans", Names.spans().stream().map(String::strip).toList());
        section(lines, "attributes", Names.typedAttributes());
        section(lines, "events", Names.events());
        section(lines, "metrics", Names.metrics().stream().filter(name -> name.startsWith("steptrace.")).toList());
        if ("update".equals(System.getProperty("steptrace.golden"))) {
            Files.write(LIST, lines);
        }
        assertThat(lines).as(REMEDY).isEqualTo(Files.readAllLines(LIST));
    }

    private static void section(List<String> lines, String heading, Collection<String> names) {
        assertThat(names).as(heading).isNotEmpty();
        lines.add("# " + heading);
        lines.addAll(names);
    }

    private static String described(ConfigKey key) {
        String type = key.accepted().isEmpty() ? key.type().replaceFirst("^java\\.(?:lang|util|time)\\.", "")
                : String.join("|", new TreeSet<>(key.accepted()));
        return key.name() + " " + type + (key.isList() ? "[]" : "");
    }
}
