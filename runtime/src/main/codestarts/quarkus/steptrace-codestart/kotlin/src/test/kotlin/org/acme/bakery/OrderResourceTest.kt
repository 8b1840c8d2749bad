package org.acme.bakery

import io.quarkus.test.junit.QuarkusTest
import io.restassured.RestAssured.given
import io.steptrace.ParkCause
import io.steptrace.test.TraceAssertions.assertThat
import io.steptrace.test.Traces
import jakarta.inject.Inject
import java.time.Duration
import org.junit.jupiter.api.Test

@QuarkusTest
class OrderResourceTest {

    @Inject
    lateinit var traces: Traces

    @Test
    fun showsAnOrder() {
        given().get("/orders/rye").then().statusCode(200)

        val order = traces.awaitOne("http.server: GET /orders/{bread}")
        assertThat(order)
            .isDrawnAs(
                """
                http.server: GET /orders/{bread} [200]
                └─ step.take_order
                   ├─ db.get recipe
                   └─ step.bake
                """.trimIndent()
            )
            .waitedInQueueLessThan(Duration.ofSeconds(5))
            .hasNoPark(ParkCause.LOCK)
            .hasAtMost(1, "db.*")
    }
}
