package io.steptrace.test.reload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.jboss.logmanager.ExtLogRecord;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusDevModeTest;
import io.restassured.RestAssured;
import io.steptrace.test.fixture.DevModePort;

/** Dev mode: traces on the console without any setting, and spans that follow their source. */
@Tag("dev-mode")
@ExtendWith(DevModePort.class)
class LiveReloadTest {

    @RegisterExtension
    static final QuarkusDevModeTest APPLICATION = new QuarkusDevModeTest()
            .withApplicationRoot(jar -> jar.addClasses(ReloadedPosts.class, ReloadedPage.class)
                    .addAsResource(new StringAsset("quarkus.otel.exporter.otlp.endpoint=http://127.0.0.1:1\n"),
                            "application.properties"))
            .setLogRecordPredicate(record -> record.getLoggerName().equals("io.steptrace.console"));

    @Test
    void followsTheSource() {
        assertThat(get("/page")).isEqualTo("a post");
        awaitTree("step.load_post");

        change("\"load_post\"", "\"read_post\"");
        assertThat(get("/page")).isEqualTo("a post");
        awaitTree("step.read_post");

        change("@Step(\"read_post\")", "@io.steptrace.Effect(\"nonsense\")");
        assertThat(get("/page")).contains("ReloadedPosts#load");

        change("\"nonsense\"", "\"db.get post\"");
        assertThat(get("/page")).isEqualTo("a post");
        awaitTree("db.get post");
    }

    private static void change(String from, String to) {
        APPLICATION.modifySourceFile(ReloadedPosts.class, source -> source.replace(from, to));
    }

    private static String get(String path) {
        return RestAssured.get(path).asString();
    }

    private static void awaitTree(String span) {
        await(span).until(() -> APPLICATION.getLogRecords().stream()
                .anyMatch(record -> record instanceof ExtLogRecord line && line.getFormattedMessage().contains(span)));
    }
}
