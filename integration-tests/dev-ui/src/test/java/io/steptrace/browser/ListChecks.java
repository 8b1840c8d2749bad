package io.steptrace.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

import io.steptrace.browser.page.DevUi;
import io.steptrace.browser.page.TracesPage;

/** The list of finished traces. */
final class ListChecks {

    private static final int CALLERS = 8;

    private final DevUi devUi;
    private final TracesPage traces;
    private final Blog blog;

    ListChecks(DevUi devUi, Blog blog) {
        this.devUi = devUi;
        this.traces = devUi.traces();
        this.blog = blog;
    }

    void isEmpty() {
        devUi.openTraces();
        // what the application did at its start
        traces.press("Clear");
        assertThat(traces.nothing()).containsText("curl " + Blog.ADDRESS);
    }

    void lists() {
        visitAll();
        assertThat(traces.rowsOf("GET /retry-heavy").first()).isVisible();
        traces.press("Clear");
        assertThat(traces.nothing()).isVisible();

        // not their first time any more, so that no loading of classes shows
        visitAll();
        // the views are counted anew only after a while
        await().pollInterval(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(20)).until(() -> {
            blog.call("/slow-by-accident", CALLERS / 2);
            return traces.rowsOf("lock PageViews").count() > 0;
        });
        for (String name : List.of("/queue-heavy", "/retry-heavy", "/worker-heavy", "/jdbc-heavy", "/slow-by-accident")) {
            traces.filterByName(name);
            assertThat(traces.rowsOf("GET " + name).first()).isVisible();
        }
        traces.filterByName("");
        assertThat(traces.rows().first().locator(".bar .time").first()).isVisible();
        assertThat(traces.legend()).containsText("waiting in a queue");
    }

    private void visitAll() {
        blog.call("/posts", 2);
        blog.call("/worker-heavy", 2 * CALLERS);
        blog.call("/posts/5", 1);
        blog.call("/queue-heavy", CALLERS);
        blog.call("/posts/1", 2);
        blog.call("/jdbc-heavy", CALLERS / 2);
        blog.call("/retry-heavy", 1);
    }

    void filters() {
        devUi.openTraces();
        traces.errorsOnly(true);
        assertThat(traces.rows().first()).containsText("500");
        traces.errorsOnly(false);
        traces.filterByWait(1_000_000);
        assertThat(traces.nothing()).containsText("No trace matches");
        traces.press("Show all");
        traces.filterByName("queue-heavy");
        assertThat(traces.count()).hasText(Pattern.compile(CALLERS + " of \\d+ traces"));
        traces.order("Longest first");
        assertThat(traces.rows().first()).containsText("queue digest");
    }

    void pauses() {
        devUi.openTraces();
        traces.press("Pause");
        blog.call("/posts", 1);
        assertThat(traces.count()).hasText(Pattern.compile("\\d+ traces, \\d+ new"));
        traces.press("Go on");
        assertThat(traces.rows().first()).containsText("GET /posts");
        assertThat(traces.count()).hasText(Pattern.compile("\\d+ traces"));
    }
}
