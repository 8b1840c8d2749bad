package io.steptrace.features;

import static io.steptrace.test.TraceAssertions.assertThat;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Whole traces, a kind of call each. */
@QuarkusTest
@TestProfile(QuietTraces.class)
class GoldenTracesTest extends TracedApplication {

    @Test
    void showsADelivery() throws Exception {
        assertThat(calls.trace(request -> request.post("/items/nut/deliveries?quantity=5"))).matchesGolden("item-delivered");
    }

    @Test
    void showsADeliveryThatIsRefused() throws Exception {
        assertThat(calls.trace(request -> request.post("/items/nothing/deliveries?quantity=5")))
                .matchesGolden("item-refused-404");
    }

    @Test
    void showsAPrice() throws Exception {
        assertThat(calls.get("/items/bolt/price")).matchesGolden("price-asked");
    }
}
