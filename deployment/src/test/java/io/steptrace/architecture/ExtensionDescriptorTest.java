package io.steptrace.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import io.smallrye.config.ConfigMapping;
import io.steptrace.runtime.internal.config.SteptraceBuildTimeConfig;
import io.steptrace.runtime.internal.config.SteptraceConfig;

/** What the catalog of extensions shows, and what the tools go by that create an application or add an extension to one. */
class ExtensionDescriptorTest {

    private static final Path CODESTART = Path.of("..", "runtime", "src", "main", "codestarts", "quarkus",
            "steptrace-codestart");
    /** As the descriptor of the platform lists them; what is elsewhere is shown without a category. */
    private static final List<String> CATEGORIES = List.of("web", "data", "messaging", "core", "reactive", "ai", "cloud",
            "observability", "security", "serialization", "miscellaneous", "compatibility", "alt-languages");

    private static JsonNode descriptor;
    private static JsonNode metadata;

    @BeforeAll
    static void find() throws IOException {
        YAMLMapper yaml = new YAMLMapper();
        for (URL url : Collections.list(
                ExtensionDescriptorTest.class.getClassLoader().getResources("META-INF/quarkus-extension.yaml"))) {
            JsonNode found = yaml.readTree(url);
            if (found.path("artifact").asText().startsWith("io.steptrace:quarkus-steptrace:")) {
                descriptor = found;
                metadata = found.get("metadata");
            }
        }
    }

    @Test
    void saysWhatItIs() {
        assertThat(descriptor.get("name").asText()).isEqualTo("Quarkus Steptrace");
        assertThat(descriptor.get("description").asText()).contains("working or waiting").hasSizeLessThan(200);
        assertThat(metadata.get("short-name").asText()).isEqualTo("steptrace");
        assertThat(metadata.get("status").asText()).isIn("experimental", "preview", "stable");
        assertThat(texts(metadata.get("categories"))).isNotEmpty().isSubsetOf(CATEGORIES);
        assertThat(texts(metadata.get("keywords"))).contains("tracing", "opentelemetry").doesNotHaveDuplicates();
    }

    @Test
    void saysWhatItGoesWith() {
        assertThat(texts(metadata.get("capabilities").get("provides"))).containsExactly("io.steptrace");
        assertThat(metadata.get("minimum-java-version").asText()).isEqualTo("17");
        String builtWith = metadata.get("built-with-quarkus-core").asText();
        assertThat(metadata.get("requires-quarkus-core").asText())
                .isEqualTo("[" + builtWith.substring(0, builtWith.lastIndexOf('.')) + ",)");
        assertThat(texts(metadata.get("extension-dependencies"))).contains("io.quarkus:quarkus-opentelemetry");
    }

    @Test
    void namesThePrefixOfEachKey() {
        assertThat(texts(metadata.get("config"))).containsExactly(prefixOf(SteptraceConfig.class))
                .containsExactly(prefixOf(SteptraceBuildTimeConfig.class));
    }

    @Test
    void namesTheLanguagesOfItsCodestart() throws IOException {
        JsonNode codestart = metadata.get("codestart");
        String version = descriptor.get("artifact").asText().split(":")[4];
        assertThat(codestart.get("artifact").asText()).isEqualTo("io.steptrace:quarkus-steptrace:codestarts:jar:" + version);
        assertThat(Files.readString(CODESTART.resolve("codestart.yml")).lines())
                .contains("ref: " + codestart.get("name").asText());
        try (Stream<Path> folders = Files.list(CODESTART)) {
            assertThat(texts(codestart.get("languages"))).containsExactlyInAnyOrderElementsOf(folders
                    .filter(Files::isDirectory).map(folder -> folder.getFileName().toString())
                    .filter(folder -> !folder.equals("base")).toList());
        }
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
    }

    private static String prefixOf(Class<?> keys) {
        return keys.getAnnotation(ConfigMapping.class).prefix() + ".";
    }
}
