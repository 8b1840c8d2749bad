package io.steptrace.blog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.Test;

/** Nothing of dev mode is in what was built: no class of the module, none that mentions one, no page, no dashboard. */
class ProductionBuildIT {

    private static final Path JARS = Path.of("target", "quarkus-app");
    private static final Path BINARY = Path.of(System.getProperty("native.image.path"));

    private static final String MODULE = "io/steptrace/dev/";
    private static final String PAGES = "qwc-steptrace";
    private static final String DASHBOARD = "grafana-dashboard-quarkus-steptrace";

    @Test
    void holdsNothingOfDevMode() throws IOException {
        if (Boolean.getBoolean("quarkus.native.enabled")) {
            byte[] binary = Files.readAllBytes(BINARY);
            assertThat(mentions(binary, "io.steptrace.runtime")).isTrue();
            assertThat(mentions(binary, MODULE.replace('/', '.')) || mentions(binary, PAGES)
                    || mentions(binary, DASHBOARD)).isFalse();
            return;
        }
        List<String> entries = new ArrayList<>();
        List<String> ofDevMode = new ArrayList<>();
        try (Stream<Path> files = Files.walk(JARS)) {
            for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).toList()) {
                look(jar, entries, ofDevMode);
            }
        }
        assertThat(entries).anyMatch(entry -> entry.startsWith("io/steptrace/runtime/"));
        assertThat(ofDevMode).isEmpty();
    }

    private static void look(Path jar, List<String> entries, List<String> ofDevMode) throws IOException {
        boolean isOurs = jar.getFileName().toString().contains("steptrace");
        boolean isGenerated = jar.getParent().endsWith("quarkus") || jar.getParent().endsWith("app");
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(jar))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.add(entry.getName());
                if (entry.getName().startsWith(MODULE) || entry.getName().contains(PAGES)
                        || entry.getName().contains(DASHBOARD)
                        || (isOurs || isGenerated) && mentionsDevMode(entry, zip)) {
                    ofDevMode.add(jar.getFileName() + ": " + entry.getName());
                }
            }
        }
    }

    private static boolean mentionsDevMode(ZipEntry entry, InputStream zip) throws IOException {
        return entry.getName().endsWith(".class") && mentions(zip.readAllBytes(), MODULE);
    }

    private static boolean mentions(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(text);
    }
}
