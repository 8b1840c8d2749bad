package io.steptrace.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.steptrace.docs.page.Page;
import io.steptrace.docs.page.Pages;
import io.steptrace.docs.page.Repository;

/** Each symptom is provoked by a test or a script, and two clicks from the README. */
class TroubleshootingTest {

    private static final String PAGE = "on-call/troubleshooting.adoc";
    private static final Pattern SECTION = Pattern.compile("==+ (.*)");
    private static final Pattern ANCHOR = Pattern.compile("\\[#([\\w-]+)]");
    private static final Pattern PROVOKED = Pattern.compile("// provoked by: (.*)");

    private final Page page = Pages.site(PAGE);

    @Test
    void provokesEverySymptom() {
        List<Symptom> symptoms = symptoms();
        assertThat(symptoms).isNotEmpty().allSatisfy(symptom -> assertThat(symptom.provokedBy).as(symptom.name).isNotEmpty());
        Set<String> tests = Repository.files(file -> file.contains("/src/test/java/")).stream()
                .map(file -> file.getFileName().toString().replace(".java", "")).collect(Collectors.toSet());
        assertThat(symptoms.stream().flatMap(symptom -> symptom.provokedBy.stream()).map(by -> by.replaceFirst("#.*", ""))
                .filter(by -> by.contains("/") ? !Repository.has(by) : !tests.contains(by))).as("absent").isEmpty();
    }

    @Test
    void isFoundWithinTwoClicks() {
        Path site = Pages.SITE.resolve(PAGE);
        Set<String> first = Pages.at(Path.of("README.md")).links();
        assertThat(first).contains(site.toString());
        assertThat(symptoms()).extracting(symptom -> symptom.anchor).doesNotContainNull()
                .allMatch(anchor -> page.links().contains("#" + anchor) || first.contains(site + "#" + anchor));
    }

    /** The sections that say by what they are provoked, and those beside them that have an anchor. */
    private List<Symptom> symptoms() {
        List<Symptom> symptoms = new ArrayList<>();
        String anchor = null;
        for (String line : page.lines()) {
            Matcher section = SECTION.matcher(line);
            Matcher provoked = PROVOKED.matcher(line);
            if (section.matches() && anchor != null) {
                symptoms.add(new Symptom(section.group(1), anchor, new ArrayList<>()));
            } else if (provoked.matches()) {
                symptoms.get(symptoms.size() - 1).provokedBy
                        .addAll(Stream.of(provoked.group(1).split(",")).map(String::strip).toList());
            }
            Matcher named = ANCHOR.matcher(line);
            anchor = named.matches() ? named.group(1) : null;
        }
        return symptoms;
    }

    private record Symptom(String name, String anchor, List<String> provokedBy) {
    }
}
