package io.steptrace.browser;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;

import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;

import io.quarkus.test.QuarkusDevModeTest;
import io.steptrace.browser.application.ManySpansResource;
import io.steptrace.browser.page.Chromium;
import io.steptrace.browser.page.DevUi;

/**
 * The blog in dev mode, looked at in a browser. The application is started once, so each test goes on where the last one ended.
 */
@Tag("dev-mode")
@EnabledIf(value = "io.steptrace.browser.page.Chromium#isInstalled", disabledReason = "there is no Chromium")
class DevUiBrowserTest {

    @RegisterExtension
    static final QuarkusDevModeTest APPLICATION = new QuarkusDevModeTest()
            .withApplicationRoot(
                    jar -> jar.addPackages(true, "io.steptrace.blog").addPackage(ManySpansResource.class.getPackage())
                            .addAsResource(Blog.resources("templates"), "templates").addAsResource(Blog.resources("db"), "db")
                            .addAsResource(new StringAsset(Blog.properties() + """
                                            quarkus.http.port=%d
                                    quarkus.thread-pool.max-threads=6
                                            quarkus.datasource.jdbc.max-size=1
                                            quarkus.steptrace.console=false
                                            """.formatted(Blog.PORT)), "application.properties"));

    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void launch() {
        playwright = Playwright.create();
        browser = Chromium.launch(playwright);
    }

    @AfterAll
    static void close() {
        playwright.close();
    }

    @TestFactory
    Stream<DynamicTest> theDevUi() {
        DevUi devUi = new DevUi(browser, Blog.ADDRESS);
        Blog blog = new Blog();
        ListChecks list = new ListChecks(devUi, blog);
        TraceChecks trace = new TraceChecks(devUi);
        LooksChecks looks = new LooksChecks(devUi, blog);
        LastingChecks lasting = new LastingChecks(devUi, blog, APPLICATION);
        return Stream.of(
                dynamicTest("says what to do where there is nothing", list::isEmpty),
                dynamicTest("lists traces as they finish", list::lists),
                dynamicTest("filters and sorts", list::filters),
                dynamicTest("says why a request was slow that waited in a queue", trace::showsQueue),
                dynamicTest("shows the line of a wait that no code marks", trace::showsFoundWait),
                dynamicTest("goes by the keyboard", trace::goesByKeyboard),
                dynamicTest("opens a trace by its address", trace::opensByAddress),
                dynamicTest("holds back what comes during a pause", list::pauses),
                dynamicTest("is legible in both themes", looks::followThemes),
                dynamicTest("fits a narrow window", looks::fitNarrowWindow),
                dynamicTest("says what is going on now", looks::showNow),
                dynamicTest("draws trees in its footer", looks::showTrees),
                dynamicTest("answers within a second with 200 traces of 1,000 spans", lasting::isQuick),
                // before the reloads, which close connections
                dynamicTest("complains of nothing in the console of the browser", lasting::complainsOfNothing),
                dynamicTest("goes on after live reloads", lasting::survivesReloads));
    }
}
