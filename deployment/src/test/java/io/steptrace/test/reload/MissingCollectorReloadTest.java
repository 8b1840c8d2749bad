package io.steptrace.test.reload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.Socket;

import org.jboss.logmanager.ExtLogRecord;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusDevModeTest;
import io.restassured.RestAssured;
import io.steptrace.test.fixture.DevModePort;
import io.steptrace.test.fixture.FinishedSpans;

/** A new application in dev mode has no collector and no word of one in its configuration. */
@Tag("dev-mode")
@ExtendWith(DevModePort.class)
class MissingCollectorReloadTest {

    @RegisterExtension
    static final QuarkusDevModeTest APPLICATION = new QuarkusDevModeTest()
            .withApplicationRoot(jar -> jar.addClasses(ReloadedPosts.class, ReloadedPage.class)
                    .addAsResource(new StringAsset(FinishedSpans.EXPORT_DELAY_KEY + "=" + FinishedSpans.EXPORT_DELAY + "\n"
                            + "quarkus.steptrace.export.retry.max-attempts=1\n"
                            + "quarkus.steptrace.export.circuit-breaker.failure-threshold=1\n"),
                            "application.properties"))
            .setLogRecordPredicate(record -> record.getLoggerName().startsWith("io.steptrace."));

    @Test
    void isSaidOnceForAllReloads() {
        assumeThatThrownBy(() -> new Socket("localhost", 4317).close()).isNotNull();
        assertThat(get()).isEqualTo("a post");
        await().until(() -> linesOf("io.steptrace.export") == 1);

        APPLICATION.modifySourceFile(ReloadedPosts.class, source -> source.replace("\"load_post\"", "\"read_post\""));
        assertThat(get()).isEqualTo("a post");
        await().until(() -> linesOf("io.steptrace.console") >= 2);

        assertThat(APPLICATION.getLogRecords()).filteredOn(record -> record.getLoggerName().equals("io.steptrace.export"))
                .singleElement().satisfies(record -> {
                    assertThat(record.getLevel().getName()).isEqualTo("INFO");
                    assertThat(((ExtLogRecord) record).getFormattedMessage()).contains("none is configured - set"
                            + " quarkus.otel.exporter.otlp.endpoint, or quarkus.otel.traces.exporter=none at build time");
                });
    }

    private static long linesOf(String logger) {
        return APPLICATION.getLogRecords().stream().filter(record -> record.getLoggerName().equals(logger)).count();
    }

    private static String get() {
        return RestAssured.get("/page").asString();
    }
}
