package io.steptrace.features;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.steptrace.traces.GoldenFile;

/** Whole traces, a kind of call each. */
@QuarkusTest
@TestProfile(QuietTraces.class)
class GoldenTracesTest extends TracedApplication {

    @Test
    void showsADelivery() throws Exception {
        GoldenFile.of("item-delivered").assertShows(calls.trace(request -> request.post("/items/nut/deliveries?quantity=5")));
    }

    @Test
    void showsADeliveryThatIsRefused() throws Exception {
        GoldenFile.of("item-refused-404")
                .assertShows(calls.trace(request -> request.post("/items/nothing/deliveries?quantity=5")));
    }

    @Test
    void showsAPrice() throws Exception {
        GoldenFile.of("price-asked").assertShows(calls.get("/items/bolt/price"));
    }
}
