package org.acme.bakery

import io.quarkus.test.common.WithTestResource
import io.quarkus.test.junit.QuarkusIntegrationTest
import io.restassured.RestAssured.given
import io.steptrace.test.TraceAssertions.assertThat
import io.steptrace.test.TraceReceiver
import io.steptrace.test.Traces
import org.junit.jupiter.api.Test

/** The same of the packaged application, from what it exports. */
@QuarkusIntegrationTest
@WithTestResource(TraceReceiver::class)
class OrderResourceIT {

    lateinit var traces: Traces

    @Test
    fun showsAnOrder() {
        given().get("/orders/rye").then().statusCode(200)

        assertThat(traces.awaitOne("http.server: GET /orders/{bread}")).hasNoErrors().hasAtMost(1, "step.bake")
    }
}
