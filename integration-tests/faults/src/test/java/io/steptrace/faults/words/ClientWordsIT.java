package io.steptrace.faults.words;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.steptrace.collector.Collector;
import io.steptrace.faults.ApplicationProcess;

/** A client that makes an application repeat a lot of its words, some of which are not for printing. */
class ClientWordsIT {

    private static final String WORDS = "\u001b[2J\u0085\u2028\u202e" + "secret ".repeat(200_000);

    private static final int MAX_BYTES = 64 * 1024;

    @Test
    void areFewOnASpanAndPrintableOnTheConsole() {
        Map<String, String> configuration = Map.of("quarkus.steptrace.console", "true",
                // Quarkus repeats all of it
                "quarkus.log.category.\"io.quarkus.vertx.http.runtime.QuarkusErrorHandler\".level", "OFF");
        try (Collector collector = Collector.listening();
                ApplicationProcess application = ApplicationProcess.exporting(collector, "http/protobuf", configuration)
                        .started()) {
            given().header("User-Agent", "x".repeat(7_000)).contentType("text/plain; charset=UTF-8").body(WORDS)
                    .post(application.url() + "/remarkable/words").then()
                    .statusCode(500);

            await().until(() -> collector.deliveries().size() == 1);
            assertThat(collector.requests()).filteredOn(request -> request.spanCount() == 1).singleElement()
                    .satisfies(request -> assertThat(Integer.parseInt(request.header("content-length"))).isLessThan(MAX_BYTES));
            // the verdict, and the span
            List<String> tree = await().until(() -> application.lines().stream()
                    .filter(line -> line.contains("http.server: POST /remarkable/words")).toList(), lines -> lines.size() == 2);
            assertThat(tree).allSatisfy(line -> assertThat(line).matches("\\P{Cntrl}+")
                    .doesNotContain("\u0085", "\u2028", "\u202e").hasSizeLessThan(1_000));
            assertThat(tree.get(1)).contains("IllegalStateException: cannot read  [2J   secret");
        }
    }
}
