package io.steptrace.benchmarks.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.steptrace.benchmarks.served.Milestone;
import io.steptrace.benchmarks.served.Milestone.Announcement;
import io.steptrace.benchmarks.served.WatchedProcess;

/**
 * A mutable jar of Quarkus, with a generated application in it. Quarkus augments it as often as one likes, each time in a JVM
 * that does nothing else, and starts it as any other.
 */
public final class MutableJar {

    private final Path home;

    private MutableJar(Path home) {
        this.home = home;
    }

    /**
     * Copies the mutable jar of another application. Its libraries stay; generated classes replace its own.
     *
     * @param sources of these, by the simple name of the class
     * @param folder where nothing is yet
     */
    public static MutableJar of(Map<String, String> sources, Path template, Path folder) throws IOException {
        // the only name by which Quarkus finds it again
        Path home = folder.resolve("quarkus-app");
        copy(template, home);
        new ApplicationJar(folder).write(sources, home.resolve("lib").resolve("main"), onlyJarIn(home.resolve("app")));
        return new MutableJar(home);
    }

    /** Builds it, as often as one likes. */
    public Milestone augment(List<String> options) throws IOException, InterruptedException {
        try (WatchedProcess jvm = launch(
                Stream.concat(options.stream(), Stream.of("-Dquarkus.launch.rebuild=true")).toList())) {
            Milestone augmented = jvm.await(Announcement.AUGMENTED);
            jvm.awaitEnd();
            return augmented;
        }
    }

    /** The folder with {@code quarkus-run.jar}. */
    public Path home() {
        return home;
    }

    WatchedProcess launch(List<String> options) throws IOException {
        return WatchedProcess.launchJvm(home.resolve("quarkus-run.jar"), options);
    }

    private static void copy(Path source, Path target) throws IOException {
        Files.createDirectories(target);
        List<Path> all;
        try (Stream<Path> paths = Files.walk(source)) {
            all = paths.filter(path -> !path.equals(source)).toList();
        }
        for (Path path : all) {
            Files.copy(path, target.resolve(source.relativize(path)));
        }
    }

    private static Path onlyJarIn(Path folder) throws IOException {
        try (Stream<Path> jars = Files.list(folder)) {
            return jars.reduce((one, other) -> {
                throw new IllegalStateException(folder + " must hold one jar: it holds " + one + " and " + other);
            }).orElseThrow();
        }
    }
}
