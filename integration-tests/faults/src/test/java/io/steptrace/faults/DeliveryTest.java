package io.steptrace.faults;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.steptrace.collector.Collector;

/** A collector in good health: every span arrives, and none twice. */
@QuarkusTest
@WithTestResource(CollectorResource.class)
class DeliveryTest {

    Collector collector;

    @Test
    void deliversEachSpanExactlyOnce() {
        List<String> lines = get("/spans/10").then().statusCode(200).extract().asString().lines().toList();
        Set<String> spanIds = Set.copyOf(lines.subList(1, lines.size()));
        assertThat(lines.get(0)).hasSize(32);
        assertThat(spanIds).hasSize(10);

        collector.awaitSpans(spanIds);

        assertThat(collector.deliveries()).containsKeys(spanIds.toArray(String[]::new));
        assertThat(collector.deliveries().values()).containsOnly(1);
    }

    @Test
    void deliversEachSpanOfALargeRequestExactlyOnce() {
        List<String> lines = get("/spans/20000").then().statusCode(200).extract().asString().lines().toList();

        collector.awaitSpans(lines.subList(1, lines.size()));

        assertThat(collector.deliveries().values()).containsOnly(1);
    }

    @Test
    void deliversTheSpanOfTheRequestToo() {
        String root = get("/spans/0").then().statusCode(200).extract().header(SpansResource.ROOT);

        collector.awaitSpans(Set.of(root));
    }

    @Test
    void answersAPing() {
        assertThat(get("/ping").then().statusCode(200).extract().asString()).isEqualTo("pong");
    }
}
