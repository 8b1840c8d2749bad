package io.steptrace.runtime.internal.config.rules;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** The folder of a spool, which may be in the home folder: no shell reads {@code ~} in a configuration. */
public final class SpoolDirectory {

    private static final String HOME = "~";

    private SpoolDirectory() {
    }

    /** The folder of a text that breaks no rule. */
    public static Path of(String text) {
        return isInHome(text) ? Path.of(System.getProperty("user.home"), text.substring(HOME.length())) : Path.of(text);
    }

    /** The rule that a text breaks, if any. */
    static Optional<String> brokenRule(String text) {
        if (isInHome(text)) {
            return hasHome() ? Optional.empty() : Optional.of("a path without ~, as this process has no home folder");
        }
        return text.startsWith(HOME) || !isPath(text) ? Optional.of("a path, with ~/ for the home folder of this process alone")
                : Optional.empty();
    }

    private static boolean isInHome(String text) {
        return text.equals(HOME) || text.startsWith(HOME + "/");
    }

    /** The JVM says "?" of a user that the system does not know, as in many containers. */
    private static boolean hasHome() {
        String home = System.getProperty("user.home", "");
        return home.length() > 1;
    }

    private static boolean isPath(String text) {
        try {
            Path.of(text);
            return true;
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
