package io.steptrace.features;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.opentelemetry.api.common.AttributeKey;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.steptrace.test.Trace;

/** Panache below effects, validation around steps. */
@QuarkusTest
@TestProfile(QuietTraces.class)
class InventoryTest extends TracedApplication {

    @Test
    void showsTheEffectsOfAnActiveRecord() throws Exception {
        Outline.assertShows(calls.get("/items/nut"), """
                SERVER http.server: GET /items/{sku}
                  CLIENT db.get item
                """);
    }

    @Test
    void showsAnItemThatDoesNotExist() {
        Trace trace = calls.get("/items/nothing");
        Outline.assertShows(trace, """
                SERVER http.server: GET /items/{sku}
                  CLIENT db.get item
                """);
        assertThat(trace.only("db.get item").getAttributes().get(AttributeKey.stringKey("error.origin")))
                .isEqualTo("application");
    }

    @Test
    void showsATransactionOverAnActiveRecordAndARepository() {
        Outline.assertShows(calls.trace(request -> request.post("/items/nut/deliveries?quantity=5").then().statusCode(200)), """
                SERVER http.server: POST /items/{sku}/deliveries
                  step.receive_goods
                    CLIENT db.get item
                    CLIENT db.put movement
                """);
        Outline.assertShows(calls.trace(request -> request.post("/items/nut/plain-deliveries?quantity=5")), """
                SERVER http.server: POST /items/{sku}/plain-deliveries
                  plain.receive_goods
                    CLIENT db.get item
                    CLIENT db.put movement
                """);
    }

    @Test
    void showsANewItem() {
        Outline.assertShows(register(sku()), """
                SERVER http.server: POST /items
                  step.register_item
                    CLIENT db.put item
                """);
    }

    @Test
    void showsAnItemThatIsThereAlready() {
        Outline.assertShows(register("bolt"), """
                SERVER http.server: POST /items [ERROR]
                  step.register_item [ERROR] ! RollbackException
                    CLIENT db.put item
                """);
    }

    @Test
    void showsAnItemThatIsNotValid() {
        Outline.assertShows(calls.trace(request -> request.contentType(ContentType.JSON).body("{\"sku\": \"\"}").post("/items")
                .then().statusCode(400)), """
                        SERVER http.server: POST /items
                        """);
    }

    @Test
    void showsACallThatIsNotValid() {
        Outline.assertShows(calls.trace(request -> request.post("/items/nut/deliveries?quantity=-1").then().statusCode(500)),
                """
                        SERVER http.server: POST /items/{sku}/deliveries [ERROR]
                          step.receive_goods [ERROR] ! ConstraintViolationException
                        """);
    }

    @Test
    void showsADeliveryOfNothing() {
        Outline.assertShows(calls.trace(request -> request.post("/items/nothing/deliveries?quantity=1").then().statusCode(404)),
                """
                        SERVER http.server: POST /items/{sku}/deliveries
                          step.receive_goods
                            CLIENT db.get item
                        """);
    }

    @Test
    void readsBackWhatItWrote() {
        String sku = sku();
        register(sku);
        given().post("/items/" + sku + "/deliveries?quantity=7").then().statusCode(200).body(is("7"));
    }

    private Trace register(String sku) {
        return calls.trace(request -> request.contentType(ContentType.JSON).body("""
                {"sku": "%s", "name": "Screw"}""".formatted(sku)).post("/items"));
    }

    private static String sku() {
        return "s-" + UUID.randomUUID();
    }
}
