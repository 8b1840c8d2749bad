package io.steptrace.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

import io.quarkus.test.QuarkusDevModeTest;
import io.steptrace.browser.application.ManySpansResource;
import io.steptrace.browser.page.DevUi;
import io.steptrace.browser.page.TracesPage;

/** Many traces, and a page that stays open for long. */
final class LastingChecks {

    private static final int TRACES = 200;
    private static final int CALLERS = 4;
    private static final String MANY_SPANS = "/many-spans/1000";
    private static final double SECOND_MILLIS = 1000;
    private static final int RELOADS = 2;

    private final DevUi devUi;
    private final TracesPage traces;
    private final Blog blog;
    private final QuarkusDevModeTest application;

    LastingChecks(DevUi devUi, Blog blog, QuarkusDevModeTest application) {
        this.devUi = devUi;
        this.traces = devUi.traces();
        this.blog = blog;
        this.application = application;
    }

    void isQuick() {
        devUi.openTraces();
        for (int i = 0; i < TRACES / CALLERS; i++) {
            blog.call(MANY_SPANS, CALLERS);
        }
        assertThat(traces.rowsOf(MANY_SPANS.split("/")[1]).first()).isVisible();
        // on a busy machine one of several attempts must do
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(((Number) devUi.run("list-millis.js")).doubleValue()).isLessThan(SECOND_MILLIS);
            assertThat(((Number) devUi.run("trace-millis.js")).doubleValue()).isLessThan(SECOND_MILLIS);
        });
    }

    void survivesReloads() {
        devUi.openTraces();
        for (int i = 1; i <= RELOADS; i++) {
            String answer = "counted " + i;
            // a reload cuts off what is being loaded, and has what comes meanwhile served by the application of before
            devUi.awaitQuiet();
            application.modifySourceFile(ManySpansResource.class, source -> source.replaceFirst("counted[ 0-9]*", answer));
            // a reload closes connections
            await().ignoreExceptions().until(() -> {
                blog.call("/posts", 1);
                return true;
            });
            // the call that caused the reload began before it, and its request is no span of the new application
            blog.call("/posts", 1);
            assertThat(traces.rowsOf("GET /posts").first()).isVisible();
            traces.press("Clear");
            assertThat(traces.nothing()).isVisible();
        }
    }

    void complainsOfNothing() {
        assertThat(devUi.complaints()).isEmpty();
    }
}
