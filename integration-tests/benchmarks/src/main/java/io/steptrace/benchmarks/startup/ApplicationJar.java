package io.steptrace.benchmarks.startup;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compiles generated sources and packs them, with the tools of the JDK; the sources are kept to be read. */
final class ApplicationJar {

    private final Path sources;
    private final Path classes;

    ApplicationJar(Path folder) {
        this.sources = folder.resolve("sources");
        this.classes = folder.resolve("classes");
    }

    /**
     * @param application its sources by the simple name of the class
     * @param libraries a folder with all jars to compile against
     * @param jar is replaced
     */
    void write(Map<String, String> application, Path libraries, Path jar) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-parameters", "-proc:none", "-d", classes.toString(),
                "-cp", allIn(libraries)));
        Files.createDirectories(sources);
        for (Map.Entry<String, String> source : application.entrySet()) {
            arguments.add(Files.writeString(sources.resolve(source.getKey() + ".java"), source.getValue()).toString());
        }
        run("javac", arguments);
        Files.writeString(classes.resolve("application.properties"), "quarkus.banner.enabled=false\n");
        run("jar", List.of("--create", "--file", jar.toString(), "-C", classes.toString(), "."));
    }

    private static String allIn(Path libraries) throws IOException {
        try (Stream<Path> jars = Files.list(libraries)) {
            return jars.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        }
    }

    private static void run(String tool, List<String> arguments) {
        int code = ToolProvider.findFirst(tool).orElseThrow(() -> new IllegalStateException(tool + " must be there: run a JDK"))
                .run(System.out, System.err, arguments.toArray(String[]::new));
        if (code != 0) {
            throw new IllegalStateException(tool + " must succeed: it ended with " + code);
        }
    }
}
