package org.acme.bakery;

import static io.restassured.RestAssured.given;
import static io.steptrace.test.TraceAssertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.steptrace.test.TraceReceiver;
import io.steptrace.test.Traces;
import org.junit.jupiter.api.Test;

/** The same of the packaged application, from what it exports. */
@QuarkusIntegrationTest
@WithTestResource(TraceReceiver.class)
class OrderResourceIT {

    Traces traces;

    @Test
    void showsAnOrder() {
        given().get("/orders/rye").then().statusCode(200);

        assertThat(traces.awaitOne("http.server: GET /orders/{bread}")).hasNoErrors().hasAtMost(1, "step.bake");
    }
}
