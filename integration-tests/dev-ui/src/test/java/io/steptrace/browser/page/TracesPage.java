package io.steptrace.browser.page;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;

/** The list of finished traces. */
public final class TracesPage {

    private final Page page;

    TracesPage(Page page) {
        this.page = page;
    }

    public Locator itself() {
        return page.locator("qwc-steptrace-traces");
    }

    public Locator list() {
        return page.getByRole(AriaRole.LISTBOX, new GetByRoleOptions().setName("Finished traces"));
    }

    /** Those in sight. */
    public Locator rows() {
        return list().getByRole(AriaRole.OPTION);
    }

    public Locator rowsOf(String name) {
        return rows().filter(new Locator.FilterOptions().setHasText(name));
    }

    /** What stands there in place of the list. */
    public Locator nothing() {
        return page.locator("steptrace-nothing");
    }

    public Locator legend() {
        return page.getByLabel("Legend");
    }

    public Locator count() {
        return itself().locator("[role=status]");
    }

    public void filterByName(String text) {
        itself().locator("vaadin-text-field input").fill(text);
    }

    public void filterByWait(long millis) {
        Locator field = itself().locator("vaadin-integer-field input");
        field.fill(Long.toString(millis));
        field.press("Enter");
    }

    public void errorsOnly(boolean only) {
        itself().getByLabel("Errors only").setChecked(only);
    }

    public void order(String name) {
        itself().locator("vaadin-select").click();
        page.getByRole(AriaRole.OPTION, new GetByRoleOptions().setName(name)).click();
    }

    public void press(String button) {
        itself().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button)).click();
    }

    /** The first one with this text. */
    public void open(String text) {
        rowsOf(text).first().click();
    }
}
