package io.steptrace.browser.page;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;

/** One trace: its verdict, its waterfall, and the details of a span. */
public final class TracePage {

    private final Page page;

    TracePage(Page page) {
        this.page = page;
    }

    public Locator itself() {
        return page.locator("steptrace-trace");
    }

    public Locator verdict() {
        return page.locator("steptrace-trace .verdict");
    }

    public Locator waterfall() {
        return page.getByRole(AriaRole.TREE, new GetByRoleOptions().setName("Spans of the trace"));
    }

    /** Those in sight. */
    public Locator spans() {
        return waterfall().getByRole(AriaRole.TREEITEM);
    }

    public Locator span(String name) {
        return spans().filter(new Locator.FilterOptions().setHasText(name)).first();
    }

    /** The one that the keyboard is on. */
    public Locator activeSpan() {
        return waterfall().locator("[aria-selected=true]");
    }

    /** Where the time of a span went, beside its row. */
    public Locator durations() {
        return page.getByRole(AriaRole.TOOLTIP);
    }

    public Locator details() {
        return page.locator("steptrace-span-details");
    }

    public Locator stretches(String span, String kind) {
        return span(span).locator(".lane ." + kind);
    }

    public void press(String button) {
        itself().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button)).click();
    }

    public String clipboard() {
        return (String) page.evaluate("navigator.clipboard.readText()");
    }
}
