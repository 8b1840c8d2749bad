package io.steptrace.benchmarks.startup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;

import io.steptrace.benchmarks.served.Milestone;
import io.steptrace.benchmarks.served.Milestone.Announcement;
import io.steptrace.benchmarks.served.WatchedProcess;
import io.steptrace.loopback.LoopbackPort;

/** A twin as a mutable jar, to be built and started again and again. */
final class MutableBuild {

    private final Twin twin;
    private final MutableJar jar;

    private MutableBuild(Twin twin, MutableJar jar) {
        this.twin = twin;
        this.jar = jar;
    }

    /** @param folder of the twin, where nothing is yet */
    static MutableBuild of(Twin twin, Path template, Path folder) throws IOException {
        return new MutableBuild(twin, MutableJar.of(twin.application().sources(), template, folder));
    }

    Milestone augment() throws IOException, InterruptedException {
        return jar.augment(twin.buildOptions());
    }

    Milestone start(boolean createsBeans) throws IOException {
        try (WatchedProcess jvm = jar.launch(List.of("-Dquarkus.http.host=" + LoopbackPort.HOST, "-Dquarkus.http.port=0",
                "-D" + GeneratedApplication.CREATE_BEANS + "=" + createsBeans))) {
            return jvm.await(Announcement.STARTED);
        }
    }

    /** @throws IllegalStateException if the build has intercepted more or fewer beans than the twin has annotated */
    void requireInterception() throws IOException {
        try (JarFile generated = new JarFile(
                jar.home().resolve("quarkus").resolve("generated-bytecode.jar").toFile())) {
            long intercepted = generated.stream().map(entry -> entry.getName())
                    .filter(name -> name.startsWith(GeneratedApplication.PACKAGE) && name.endsWith("_Subclass.class")).count();
            if (intercepted != twin.interceptedBeans()) {
                throw new IllegalStateException(twin + " must have " + twin.interceptedBeans()
                        + " intercepted beans, was " + intercepted);
            }
        }
    }
}
