package io.steptrace.fleet.collectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.steptrace.neighbours.Installed;

/** The Collector takes each file of the page as it stands, or over the one that it says. */
class PageFilesIT {

    @ParameterizedTest
    @ValueSource(strings = { "first-tier.yaml", "first-tier.yaml resolver-static.yaml", "first-tier.yaml resolver-k8s.yaml",
            "first-tier.yaml without-queue.yaml", "second-tier.yaml" })
    void areValid(String names, @TempDir Path folder) throws Exception {
        List<String> command = new ArrayList<>(List.of(Installed.orSkip("otelcol"), "validate"));
        for (String name : names.split(" ")) {
            command.addAll(List.of("--config", "file:" + PageFiles.copy(name, folder)));
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isZero();
    }
}
