package io.steptrace.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

import io.steptrace.docs.page.Block;
import io.steptrace.docs.page.Page;
import io.steptrace.docs.page.Pages;
import io.steptrace.docs.page.Repository;

/** What is neither code nor a command can be parsed, and names artifacts of this build by their names and versions. */
class DataBlocksTest {

    /** Each has a test of its own, or needs none: an output, or a drawing. */
    private static final Set<String> LANGUAGES = Set.of("java", "kotlin", "properties", "shell", "console", "promql", "text",
            "",
            "xml", "json", "yaml");
    private static final Pattern ARTIFACT = Pattern.compile("</parent>\\s*<artifactId>([^<]+)<");
    private static final Pattern XML_REFERENCE = Pattern
            .compile("<groupId>io\\.steptrace</groupId>\\s*<artifactId>([^<]+)</artifactId>");
    private static final Pattern REFERENCE = Pattern.compile("io\\.steptrace:([a-z-]+)(?::(\\d[\\w.-]*))?");
    private static final Pattern VERSION = Pattern.compile("<version>([^<]+)<");

    @Test
    void haveALanguageThatATestReads() {
        Set<String> languages = Pages.all().stream().flatMap(page -> page.blocks().stream()).map(Block::language)
                .collect(Collectors.toSet());
        assertThat(languages).isSubsetOf(LANGUAGES);
    }

    @Test
    void areWellFormedXml() {
        assertThat(Pages.blocks("xml")).isNotEmpty().allSatisfy(block -> DocumentBuilderFactory.newInstance()
                .newDocumentBuilder().parse(new InputSource(new StringReader("<all>" + block.text() + "</all>"))));
    }

    @Test
    void areJson() {
        assertThat(Pages.blocks("json")).allSatisfy(block -> new ObjectMapper().readTree(block.text()));
    }

    @Test
    void areYaml() {
        ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
        assertThat(Pages.blocks("yaml")).isNotEmpty().allSatisfy(block -> yaml.readTree(block.text()));
    }

    @Test
    void nameArtifactsOfThisBuild() {
        Set<String> built = Repository.files(file -> file.endsWith("pom.xml")).stream().map(Repository::read)
                .flatMap(pom -> ARTIFACT.matcher(pom).results()).map(artifact -> artifact.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        built.add("quarkus-steptrace-parent");
        String version = VERSION.matcher(Repository.read(Path.of("pom.xml"))).results().findFirst().orElseThrow()
                .group(1);
        for (Page page : Pages.all()) {
            String text = String.join("\n", page.lines());
            assertThat(XML_REFERENCE.matcher(text).results().map(found -> found.group(1))).as(page.toString())
                    .isSubsetOf(built);
            assertThat(REFERENCE.matcher(text).results().filter(found -> !built.contains(found.group(1))
                    || found.group(2) != null && !found.group(2).equals(version)).map(MatchResult::group)).as(page.toString())
                    .isEmpty();
        }
    }
}
