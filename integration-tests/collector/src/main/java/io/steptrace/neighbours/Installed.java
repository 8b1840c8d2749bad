package io.steptrace.neighbours;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;

/** The programs that are on this machine, or are not. */
public final class Installed {

    private static final String INSTALLER = "integration-tests/neighbours/install.sh";
    private static final Path BUILT = Path.of("..", "neighbours", "target");
    /** Where Debian puts servers, which only root has on the search path. */
    private static final Path SERVERS = Path.of("/usr", "sbin");

    private Installed() {
    }

    /** Where the program is; without it the test is skipped, with a line that says so. */
    public static String orSkip(String program) {
        return find(program)
                .orElseGet(() -> skip(missing(program)));
    }

    /** Where the program is; without it the test fails where {@code CI} is true, and is skipped elsewhere. */
    public static String orFailInCi(String program) {
        return find(program).orElseGet(() -> {
            if (Boolean.parseBoolean(System.getenv("CI"))) {
                throw new AssertionError(missing(program));
            }
            return skip(missing(program));
        });
    }

    /** Where the program is. */
    public static Optional<String> find(String program) {
        return places().map(place -> place.resolve(program)).filter(Files::isExecutable).findFirst()
                .map(found -> found.toAbsolutePath().toString());
    }

    private static String missing(String program) {
        return "no " + program + " on this machine: " + INSTALLER + " installs it";
    }

    private static String skip(String why) {
        // the reports have the reason of what is skipped, the console does not
        System.out.println("Skipped: " + why);
        return Assumptions.abort(why);
    }

    private static Stream<Path> places() {
        String searchPath = System.getenv().getOrDefault("PATH", "");
        return Stream.concat(Stream.of(BUILT, SERVERS), Stream.of(searchPath.split(File.pathSeparator)).map(Path::of));
    }
}
