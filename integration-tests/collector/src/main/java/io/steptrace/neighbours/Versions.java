package io.steptrace.neighbours;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The versions of programs, as they say themselves. */
public final class Versions {

    private Versions() {
    }

    /**
     * Prints what a test is run with into its output.
     *
     * @param program where it is
     * @param option that it answers with its version
     */
    public static void print(String program, String option) {
        try {
            Process process = new ProcessBuilder(List.of(program, option)).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            System.out.println("Tested with " + said.lines().findFirst().orElse(program + ", which does not say its version"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
