package io.steptrace.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.steptrace.docs.names.ConfigKey;
import io.steptrace.docs.names.ConfigKeys;
import io.steptrace.docs.page.Block;
import io.steptrace.docs.page.Page;
import io.steptrace.docs.page.Pages;

/** What the pages say of configuration: the keys are there, and take such values. */
class PropertiesTest {

    private static final Pattern PROFILE = Pattern.compile("^%\\w+(?:,\\w+)*\\.");
    /** After a profile and as a property of the system, too. */
    private static final Pattern KEY = Pattern.compile("(?:(?<![\\w.-])|(?<=%[a-z]{1,9}\\.)|(?<=-D))"
            + "quarkus\\.[a-z](?:[\\w-]|\\.(?=[\\w\"*])|\"[^\"\\s]+\"|\\*)*");
    private static final String SITE = "quarkus.io";

    @Test
    void blocksSetWhatIsThere() throws IOException {
        List<String> faults = new ArrayList<>();
        for (Block block : Pages.blocks("properties")) {
            Properties properties = new Properties();
            properties.load(new StringReader(block.text()));
            properties.stringPropertyNames().forEach(name -> faults.addAll(faults(block, name, properties.getProperty(name))));
        }
        assertThat(faults).isEmpty();
    }

    private static List<String> faults(Block block, String name, String value) {
        String key = PROFILE.matcher(name).replaceFirst("");
        List<ConfigKey> known = ConfigKeys.named(key);
        if (!key.startsWith("quarkus.") || value.contains("${")) {
            return List.of();
        }
        return known.isEmpty() ? List.of(block.place() + ": no key " + key)
                : known.stream().map(each -> each.faultOf(value)).filter(fault -> !fault.isEmpty())
                        .map(fault -> block.place() + ": " + key + ": " + fault).toList();
    }

    @Test
    void textsNameWhatIsThere() {
        assertThat(Pages.all().stream().flatMap(page -> keys(page).filter(key -> !ConfigKeys.know(key))
                .map(key -> page + ": no key " + key))).isEmpty();
    }

    private static Stream<String> keys(Page page) {
        return page.lines().stream().flatMap(line -> KEY.matcher(line).results()).map(key -> key.group())
                .filter(key -> !key.equals(SITE)).distinct();
    }
}
