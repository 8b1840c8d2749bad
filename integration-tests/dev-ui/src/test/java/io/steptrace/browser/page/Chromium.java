package io.steptrace.browser.page;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;

/** The browser of the system; integration-tests/neighbours/install.sh installs Debian's. */
public final class Chromium {

    private static final Path EXECUTABLE = Path.of("/usr/bin/chromium");
    private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking");

    private Chromium() {
    }

    /** Whether there is one; a line says so if there is none. */
    public static boolean isInstalled() {
        boolean isInstalled = Files.isExecutable(EXECUTABLE);
        if (!isInstalled) {
            System.out.println("*** NOT TESTED IN A BROWSER: there is no " + EXECUTABLE);
        }
        return isInstalled;
    }

    public static Browser launch(Playwright playwright) {
        Browser browser = playwright.chromium()
                .launch(new BrowserType.LaunchOptions().setExecutablePath(EXECUTABLE).setArgs(ARGUMENTS));
        System.out.println("Tested with Chromium " + browser.version());
        return browser;
    }
}
