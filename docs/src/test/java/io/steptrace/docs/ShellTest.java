package io.steptrace.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.steptrace.docs.page.Pages;
import io.steptrace.docs.shell.Commands;

/** Commands name scripts, options, modules, tests, keys and paths that are there. */
class ShellTest {

    @Test
    void commandsNameWhatIsThere() {
        assertThat(Pages.all().stream().map(Commands::new).map(Commands::faults).flatMap(faults -> faults.stream())).isEmpty();
    }
}
