package io.steptrace.benchmarks.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

class GeneratedApplicationTest {

    private static final Pattern OURS = Pattern.compile("@(?:Step|Effect)\\((?:value = )?\"([^\"]+)\"");
    private static final Pattern RIVAL = Pattern.compile("@WithSpan\\(\"([^\"]+)\"");
    private static final Pattern ANY = Pattern.compile("@(?:Step|Effect|WithSpan|SpanAttribute)\\b");
    private static final Pattern METHOD = Pattern.compile("public (?:long|CompletionStage<Long>) work\\d");

    @Test
    void annotatesEveryMethodWithANameOfItsOwn() {
        assertThat(found(OURS, Annotations.STEPTRACE)).hasSize(1000).doesNotHaveDuplicates();
        assertThat(found(RIVAL, Annotations.WITH_SPAN)).hasSize(1000).doesNotHaveDuplicates();
    }

    @Test
    void hasStepsEffectsQueuesAndAttributes() {
        String bean = application(Annotations.STEPTRACE).get("Bean7");

        assertThat(bean).contains("@Step(\"item_7_0\")", "@Effect(\"db.get item_7_3\")",
                "@Effect(value = \"http.get item_7_7\", queue = \"queue-2\")", "(@SpanAttribute(\"id\") long id)");
    }

    @Test
    void differsFromItsTwinsInNothingButAnnotations() {
        Map<String, String> plain = application(Annotations.NONE);

        assertThat(found(ANY, Annotations.NONE)).isEmpty();
        assertThat(found(METHOD, Annotations.NONE)).hasSize(1000);
        assertThat(stripped(application(Annotations.STEPTRACE))).isEqualTo(stripped(plain));
        assertThat(stripped(application(Annotations.WITH_SPAN))).isEqualTo(stripped(plain));
    }

    private static Map<String, String> application(Annotations annotations) {
        return new GeneratedApplication(100, 10, annotations).sources();
    }

    private static List<String> found(Pattern pattern, Annotations annotations) {
        return application(annotations).values().stream().flatMap(source -> pattern.matcher(source).results())
                .map(match -> match.groupCount() == 0 ? match.group() : match.group(1)).toList();
    }

    private static List<String> stripped(Map<String, String> sources) {
        return sources.values().stream()
                .map(source -> source.replaceAll("@(Step|Effect|WithSpan|SpanAttribute)\\([^)]*\\)\\s*", "")).toList();
    }
}
