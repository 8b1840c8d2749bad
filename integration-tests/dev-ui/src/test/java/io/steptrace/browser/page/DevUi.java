package io.steptrace.browser.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;

/** The Dev UI in a window of its own, and what its console complains of. */
public final class DevUi {

    private static final int WIDTH = 1400;
    private static final int HEIGHT = 900;
    private static final int PATIENCE_MILLIS = 20_000;
    private static final int NAVIGATION_MILLIS = 60_000;
    private static final String PATH = "/q/dev-ui/quarkus-steptrace/";

    private final Page page;
    private final String address;
    private final List<String> complaints = new ArrayList<>();

    public DevUi(Browser browser, String address) {
        BrowserContext context = browser.newContext();
        context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
        this.page = context.newPage();
        this.address = address;
        resizeBack();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.setDefaultNavigationTimeout(NAVIGATION_MILLIS);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text() + " at " + message.location());
            }
        });
    }

    /** Errors in the console of the browser so far. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** What is on the page Traces while that shows the list. */
    public TracesPage traces() {
        return new TracesPage(page);
    }

    /** What is on the page Traces while that shows one. */
    public TracePage trace() {
        return new TracePage(page);
    }

    /** What is on the page Now. */
    public Locator now() {
        return page.locator("qwc-steptrace-now");
    }

    public void openTraces() {
        open(address + PATH + "traces");
    }

    public void openNow() {
        open(address + PATH + "now");
    }

    public void open(String url) {
        page.navigate(url);
    }

    /** Waits until the browser asks for nothing any more, modules of pages that are not shown among that. */
    public void awaitQuiet() {
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    /** @return the tab in the footer */
    public Locator openLog() {
        page.locator("qwc-footer .openIcon").click();
        page.getByRole(AriaRole.TAB, new GetByRoleOptions().setName("Steptrace")).click();
        return page.locator("qwc-steptrace-log");
    }

    /** Makes room for the page in a narrow window. */
    public void foldMenu() {
        page.locator("qwc-menu vaadin-icon[icon$=chevron-left]").click();
    }

    /** Chooses a theme in the settings. */
    public void theme(String name) {
        page.locator("qwc-header vaadin-button[aria-label=Settings]").click();
        page.locator("qwc-theme-switch").getByText(name).click();
        // as pages of Quarkus close them: they redraw themselves in the new theme, and may lose a key meanwhile, and the focus
        page.evaluate("dispatchEvent(new Event('close-settings-dialog'))");
        PlaywrightAssertions.assertThat(page.locator("qwc-theme-switch")).isHidden();
    }

    public void resize(int width, int height) {
        page.setViewportSize(width, height);
    }

    public void resizeBack() {
        resize(WIDTH, HEIGHT);
    }

    public void keys(String... names) {
        for (String name : names) {
            page.keyboard().press(name);
        }
    }

    /** The address of what is shown. */
    public String shown() {
        return page.url();
    }

    public void back() {
        page.goBack();
    }

    /** The part of the window that a page has, with the pointer out of it. */
    public Locator view() {
        page.mouse().move(0, 0);
        return page.locator("#page");
    }

    /** What a script among the test's resources returns. */
    public Object run(String script) {
        try (InputStream text = DevUi.class.getResourceAsStream("/" + script)) {
            return page.evaluate(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
