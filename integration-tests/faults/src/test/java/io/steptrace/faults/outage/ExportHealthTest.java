package io.steptrace.faults.outage;

import static io.restassured.RestAssured.get;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import java.time.Duration;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.steptrace.collector.Collector;
import io.steptrace.faults.ByHand;
import io.steptrace.faults.CollectorResource;
import io.steptrace.faults.LossAccount;
import io.steptrace.faults.SpanMaker;
import io.steptrace.runtime.internal.export.ExportStatus;

/** What an operator sees while the collector is gone, and what an orchestrator does not. */
@QuarkusTest
@TestProfile(ByHand.class)
@WithTestResource(CollectorResource.class)
class ExportHealthTest {

    private static final String CHECK = "checks.find { it.name == 'Steptrace export' }.";

    Collector collector;

    @Inject
    SpanMaker spans;

    @Inject
    ExportStatus status;

    @AfterEach
    void recover() {
        collector.start();
        LossAccount.from(status).awaitEmptySpool();
    }

    @Test
    void showsAnOutageAndStaysUp() {
        // by tests before this one
        long lost = status.tally().lost().values().stream().mapToLong(Long::longValue).sum();
        collector.stop();
        spans.batchOf(5);
        // it tries the collector now and then, and the first answer of this page may take longer than it is open
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> get("/q/health/well").then().statusCode(200)
                .body(CHECK + "status", equalTo("UP"))
                .body(CHECK + "data.'circuit-breaker'", equalTo("open"))
                .body(CHECK + "data.spool", equalTo("memory"))
                .body(CHECK + "data.'spooled-spans'", equalTo(5))
                .body(CHECK + "data.'lost-spans'", equalTo((int) lost))
                .body(CHECK + "data.'lost-threads'", equalTo("none")));
        get("/q/health").then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void isNoMatterOfReadinessOrLiveness() {
        get("/q/health/ready").then().statusCode(200).body("checks.name", not(hasItem("Steptrace export")));
        get("/q/health/live").then().statusCode(200).body("checks.name", not(hasItem("Steptrace export")));
    }
}
