package io.steptrace.test.reload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusDevModeTest;
import io.restassured.RestAssured;
import io.steptrace.test.fixture.DevModePort;

/** Dev mode: an application that was replaced leaves memory, and its class loader with it. */
@Tag("dev-mode")
@ExtendWith(DevModePort.class)
class LiveReloadLoadersTest {

    /**
     * The current application, and two that Quarkus keeps with {@code quarkus.steptrace.enabled=false} as well: the first, in
     * which Vert.x began its timer thread, and the one before, in which the worker began that reloads. The rest is slack: a
     * fourth was seen once, kept by something unknown. What is kept at each reload makes eleven.
     */
    private static final int TOLERATED = 5;

    @RegisterExtension
    static final QuarkusDevModeTest APPLICATION = new QuarkusDevModeTest()
            .withApplicationRoot(jar -> jar.addClasses(ReloadedWork.class)
                    .addAsResource(new StringAsset("""
                            quarkus.otel.exporter.otlp.endpoint=http://127.0.0.1:1
                            quarkus.otel.bsp.schedule.delay=50ms
                            quarkus.otel.metrics.enabled=true
                            quarkus.otel.metrics.exporter=none
                            quarkus.steptrace.sampler=head:0.5,tail:error|p99
                            quarkus.steptrace.queues.posts.concurrency=1
                            quarkus.steptrace.export-job-depth=true
                            quarkus.steptrace.debug-jobs=true
                            """), "application.properties"));

    @Test
    void keepsNoApplicationThatWasReplaced() {
        for (int version = 0; version < 10; version++) {
            // sampled and unsampled, known and unknown to the tail
            for (int request = 0; request < 5; request++) {
                assertThat(page()).isEqualTo(textOf(version));
            }
            String from = textOf(version);
            String to = textOf(version + 1);
            APPLICATION.modifySourceFile(ReloadedWork.class, source -> source.replace(from, to));
        }
        assertThat(page()).isEqualTo(textOf(10));
        assertThat(loaders()).hasSize(11);
        await().pollInterval(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            System.gc();
            assertThat(loaders().stream().map(WeakReference::get).filter(Objects::nonNull))
                    .hasSizeLessThanOrEqualTo(TOLERATED);
        });
    }

    /** Those who come after expect texts among the system properties. */
    @AfterEach
    void forgetLoaders() {
        System.getProperties().remove(ReloadedWork.LOADERS);
    }

    private static String page() {
        return RestAssured.get("/work").asString();
    }

    private static String textOf(int version) {
        return "version " + version + ".";
    }

    @SuppressWarnings("unchecked")
    private static List<WeakReference<ClassLoader>> loaders() {
        return (List<WeakReference<ClassLoader>>) System.getProperties().get(ReloadedWork.LOADERS);
    }
}
