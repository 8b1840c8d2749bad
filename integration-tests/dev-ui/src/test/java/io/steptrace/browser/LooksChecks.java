package io.steptrace.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import com.microsoft.playwright.Locator;

import io.steptrace.browser.page.DevUi;
import io.steptrace.browser.page.TracePage;
import io.steptrace.browser.page.TracesPage;

/** What the pages look like: in both themes, in a narrow window. */
final class LooksChecks {

    private static final double GRAPHICS_CONTRAST = 3;
    private static final int NARROW = 480;
    private static final int BUSY_CALLERS = 60;
    private static final List<String> THEMES = List.of("Dark", "Light");

    private final DevUi devUi;
    private final TracesPage traces;
    private final TracePage trace;
    private final Blog blog;

    LooksChecks(DevUi devUi, Blog blog) {
        this.devUi = devUi;
        this.traces = devUi.traces();
        this.trace = devUi.trace();
        this.blog = blog;
    }

    /** Pictures of them are taken on the way. */
    @SuppressWarnings("unchecked")
    void followThemes() {
        devUi.openTraces();
        for (String theme : THEMES) {
            devUi.theme(theme);
            assertThat((Map<String, Number>) devUi.run("contrast.js")).hasSize(10).allSatisfy(
                    (kind, contrast) -> assertThat(contrast.doubleValue()).as(theme + ' ' + kind)
                            .isGreaterThan(GRAPHICS_CONTRAST));
            picture("traces", theme);
            traces.filterByName("slow-by-accident");
            traces.open("lock PageViews");
            trace.span("job.park(lock)").click();
            assertThat(trace.details()).isVisible();
            picture("trace", theme);
            trace.press("All traces");
            traces.filterByName("");
        }
    }

    private void picture(String name, String theme) {
        Screenshots.take(devUi.view(), "dev-ui-" + name + '-' + theme.toLowerCase(Locale.ROOT));
    }

    void fitNarrowWindow() {
        devUi.openTraces();
        devUi.foldMenu();
        devUi.resize(NARROW, 900);
        assertThat(traces.rows().first()).isVisible();
        assertThat(overflow(traces.itself())).isZero();
        Screenshots.take(devUi.view(), "dev-ui-traces-narrow");
        traces.open("GET /");
        assertThat(trace.spans().first()).isVisible();
        assertThat(overflow(traces.itself())).isZero();
        devUi.resizeBack();
    }

    /** How many pixels of it are cut off at the right. */
    private static int overflow(Locator what) {
        return (Integer) what.evaluate("element => Math.max(0, element.scrollWidth - element.clientWidth)");
    }

    void showNow() {
        Locator now = devUi.now();
        blog.call("/queue-heavy", BUSY_CALLERS);
        for (String theme : THEMES) {
            devUi.openNow();
            devUi.theme(theme);
            CompletableFuture<Void> busy = blog.begin("/queue-heavy", BUSY_CALLERS);
            assertThat(now.locator("steptrace-queues")).containsText("workers would be busy");
            assertThat(now.locator("steptrace-work").last()).containsText("GET /queue-heavy");
            picture("now", theme);
            busy.join();
        }
    }

    void showTrees() {
        Locator log = devUi.openLog();
        blog.call("/queue-heavy", 1);
        assertThat(log).containsText("step.build_digest");
    }
}
