package io.steptrace.benchmarks.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

import io.steptrace.benchmarks.served.Loopback;
import io.steptrace.benchmarks.served.Milestone;
import io.steptrace.benchmarks.served.Milestone.Announcement;
import io.steptrace.benchmarks.served.WatchedProcess;

/**
 * A mutable jar of Quarkus, with a generated application in it. Quarkus augments it as often as one likes, each time in a JVM
 * that does nothing else, and starts it as any other.
 */
final class MutableBuild {

    private final Twin twin;
    private final Path home;

    private MutableBuild(Twin twin, Path home) {
        this.twin = twin;
        this.home = home;
    }

    /**
     * Copies the mutable jar of another application. Its libraries stay; classes of the twin replace its own.
     *
     * @param folder of the twin, where nothing is yet
     */
    static MutableBuild of(Twin twin, Path template, Path folder) throws IOException {
        // the only name by which Quarkus finds it again
        Path home = folder.resolve("quarkus-app");
        copy(template, home);
        new ApplicationJar(folder).write(twin.application(), home.resolve("lib").resolve("main"),
                onlyJarIn(home.resolve("app")));
        return new MutableBuild(twin, home);
    }

    Milestone augment() throws IOException, InterruptedException {
        List<String> options = Stream.concat(twin.buildOptions().stream(), Stream.of("-Dquarkus.launch.rebuild=true"))
                .toList();
        try (WatchedProcess jvm = launch(options)) {
            Milestone augmented = jvm.await(Announcement.AUGMENTED);
            jvm.awaitEnd();
            return augmented;
        }
    }

    Milestone start(boolean createsBeans) throws IOException {
        try (WatchedProcess jvm = launch(List.of("-Dquarkus.http.host=" + Loopback.HOST, "-Dquarkus.http.port=0",
                "-D" + GeneratedApplication.CREATE_BEANS + "=" + createsBeans))) {
            return jvm.await(Announcement.STARTED);
        }
    }

    private WatchedProcess launch(List<String> options) throws IOException {
        return WatchedProcess.launchJvm(home.resolve("quarkus-run.jar"), options);
    }

    /** @throws IllegalStateException if the build has intercepted more or fewer beans than the twin has annotated */
    void requireInterception() throws IOException {
        try (JarFile generated = new JarFile(home.resolve("quarkus").resolve("generated-bytecode.jar").toFile())) {
            long intercepted = generated.stream().map(entry -> entry.getName())
                    .filter(name -> name.startsWith(GeneratedApplication.PACKAGE) && name.endsWith("_Subclass.class")).count();
            if (intercepted != twin.interceptedBeans()) {
                throw new IllegalStateException(twin + " must have " + twin.interceptedBeans()
                        + " intercepted beans, was " + intercepted);
            }
        }
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
