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

/** Vert.x and its metrics outlive a live reload; the waits of its clients still find the work of the new code. */
@Tag("dev-mode")
@ExtendWith(DevModePort.class)
class HttpClientParkReloadTest {

    @RegisterExtension
    static final QuarkusDevModeTest APPLICATION = new QuarkusDevModeTest()
            .withApplicationRoot(jar -> jar.addClass(ReloadedPrices.class)
                    .addAsResource(new StringAsset("quarkus.otel.traces.exporter=none\n"), "application.properties"))
            .setLogRecordPredicate(record -> record.getLoggerName().equals("io.steptrace.console"));

    @Test
    void parksTheSecondOfAFanOutBeforeAndAfter() {
        assertThat(RestAssured.get("/prices").asString()).isEqualTo("11");
        awaitPark("http.get price");

        APPLICATION.modifySourceFile(ReloadedPrices.class, source -> source.replace("\"http.get price\"", "\"http.get cost\""));
        assertThat(RestAssured.get("/prices").asString()).isEqualTo("11");
        awaitPark("http.get cost");
    }

    private static void awaitPark(String effect) {
        await(effect)
                .until(() -> APPLICATION.getLogRecords().stream().map(record -> ((ExtLogRecord) record).getFormattedMessage())
                        .flatMap(String::lines).anyMatch(line -> line.contains(effect) && line.contains("parked")));
    }
}
