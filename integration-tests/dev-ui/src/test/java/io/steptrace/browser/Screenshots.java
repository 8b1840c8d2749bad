package io.steptrace.browser;

import java.nio.file.Path;

import com.microsoft.playwright.Locator;

/** Pictures for the docs; they are written there on purpose only, else below target. */
final class Screenshots {

    private static final String REWRITE = "steptrace.screenshots.rewrite";
    private static final Path DOCS = Path.of("..", "..", "docs", "modules", "ROOT", "images");
    private static final Path TARGET = Path.of("target", "screenshots");

    private Screenshots() {
    }

    /** Without what Quarkus itself notifies of. */
    static void take(Locator what, String name) {
        Path directory = Boolean.getBoolean(REWRITE) ? DOCS : TARGET;
        what.screenshot(new Locator.ScreenshotOptions().setPath(directory.resolve(name + ".png"))
                .setStyle("vaadin-notification-card { display: none }"));
    }
}
