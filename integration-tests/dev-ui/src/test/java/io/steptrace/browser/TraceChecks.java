package io.steptrace.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;

import io.steptrace.browser.page.DevUi;
import io.steptrace.browser.page.TracePage;
import io.steptrace.browser.page.TracesPage;

/** One trace of the list. */
final class TraceChecks {

    private final DevUi devUi;
    private final TracesPage traces;
    private final TracePage trace;

    TraceChecks(DevUi devUi) {
        this.devUi = devUi;
        this.traces = devUi.traces();
        this.trace = devUi.trace();
    }

    void showsQueue() {
        devUi.openTraces();
        traces.filterByName("queue-heavy");
        // that which was last in the queue: a wait too short to be a span is in the verdict all the same
        traces.order("Longest first");
        traces.open("GET /queue-heavy");
        assertThat(trace.verdict()).hasText(Pattern.compile("\\d+ ms = .*waiting: queue digest \\d+.*"));
        assertThat(trace.stretches("job.queue_wait", "queue").first()).isVisible();
        trace.span("step.build_digest").hover();
        assertThat(trace.durations()).containsText("queue digest");
    }

    void showsFoundWait() {
        devUi.openTraces();
        traces.filterByName("slow-by-accident");
        traces.open("lock PageViews");
        Locator wait = trace.span("job.park(lock)");
        assertThat(wait).containsText("PageViews:");
        assertThat(wait).containsText("found");
        wait.click();
        assertThat(trace.details()).containsText("jdk.JavaMonitorEnter");
        assertThat(trace.details()).containsText("io.steptrace.blog.views.PageViews.of(PageViews.java:");
        assertThat(trace.details().locator("qui-ide-link button").first())
                .hasText(Pattern.compile("io.steptrace.blog.views.PageViews:\\d+"));
        trace.press("Copy as text");
        assertThat(trace.clipboard()).contains("http.server: GET /slow-by-accident", "job.park(lock)");
    }

    void goesByKeyboard() {
        devUi.openTraces();
        traces.filterByName("slow-by-accident");
        traces.list().focus();
        devUi.keys("Home", "ArrowDown", "Enter");
        assertThat(trace.activeSpan()).containsText("http.server: GET /slow-by-accident");
        assertThat(trace.durations()).containsText("http.server: GET /slow-by-accident");
        devUi.keys("End", "Enter");
        assertThat(trace.activeSpan()).not().containsText("http.server");
        assertThat(trace.details().locator("h3")).hasText(trace.activeSpan().locator(".words").textContent());
        devUi.keys("Escape");
        assertThat(trace.details()).isHidden();
        devUi.keys("Escape");
        assertThat(traces.list()).isFocused();
    }

    void opensByAddress() {
        devUi.openTraces();
        traces.filterByName("retry-heavy");
        traces.open("GET /retry-heavy");
        String verdict = trace.verdict().textContent();
        trace.press("Copy link");
        String link = trace.clipboard();
        assertThat(devUi.shown()).isEqualTo(link);
        devUi.back();
        assertThat(traces.list()).isVisible();

        devUi.open(link);
        assertThat(trace.verdict()).hasText(verdict);
        devUi.open(link.replaceFirst("trace=.*", "trace=" + "0".repeat(32)));
        assertThat(traces.nothing()).containsText("not held any longer");
        traces.press("All traces");
        assertThat(traces.list()).isVisible();
    }
}
