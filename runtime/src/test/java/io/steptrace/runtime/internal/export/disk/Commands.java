package io.steptrace.runtime.internal.export.disk;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;

/** Commands of the machine that not every one of them has, or allows. */
final class Commands {

    private Commands() {
    }

    static boolean succeed(String... command) {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.DISCARD).start()
                    .waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
