package io.steptrace.blog;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import io.steptrace.packaged.PackagedApplication;

/** The trees of the packaged application, where an operator reads them: in its output. */
class ConsoleIT {

    /** When it began, how long it took, and what it was. */
    private static final Pattern LINE_OF_A_STEP = Pattern
            .compile(" +\\+\\d+\\.\\d\\d +\\d+\\.\\d\\d ms .* step\\.render_list.*");

    @Test
    void printsEachTrace() {
        try (PackagedApplication application = PackagedApplication.with(Map.of("quarkus.steptrace.console", "true"))) {
            get(application.url() + "/posts").then().statusCode(200);

            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(stepsOn(application.lines())).hasSize(1));
        }
    }

    private static List<String> stepsOn(List<String> lines) {
        return lines.stream().filter(LINE_OF_A_STEP.asMatchPredicate()).toList();
    }
}
