package io.steptrace.features;

import static io.restassured.RestAssured.given;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.steptrace.test.Trace;

/** Requests that go from one extension to the next. */
@QuarkusTest
@TestProfile(QuietTraces.class)
class CrossingsTest extends TracedApplication {

    @Test
    void showsARequestThatAConsumerOnAWorkerThreadFinishes() {
        String sku = sku();
        given().post("/items/" + sku + "/repricing").then().statusCode(204);
        Trace trace = work.of("db.update item", "item.sku", sku);
        Outline.assertShows(trace, """
                SERVER http.server: POST /items/{sku}/repricing
                  step.announce_repricing
                    CLIENT messaging.send reprice
                      PRODUCER reprice publish
                        CONSUMER reprice receive
                          step.reprice_item
                            CLIENT rpc.quote pricing
                              CLIENT pricing.Pricing/Quote
                                SERVER http.server: POST
                                SERVER pricing.Pricing/Quote
                                  step.quote_price
                                    CLIENT cache.get tariff
                            CLIENT db.update item
                """);
    }

    @Test
    void showsARequestThatAConsumerOnAWorkerThreadFinishesWithoutAStep() {
        String sku = sku();
        given().post("/items/" + sku + "/plain-repricing").then().statusCode(204);
        Trace trace = work.of("db.update item", "item.sku", sku);
        Outline.assertShows(trace, """
                SERVER http.server: POST /items/{sku}/plain-repricing
                  plain.announce_repricing
                    PRODUCER plain-reprice publish
                      CONSUMER plain-reprice receive
                        plain.reprice_item
                          CLIENT rpc.quote pricing
                            CLIENT pricing.Pricing/Quote
                              SERVER http.server: POST
                              SERVER pricing.Pricing/Quote
                                step.quote_price
                                  CLIENT cache.get tariff
                          CLIENT db.update item
                """);
    }

    @Test
    void keepsWhatAConsumerOnAWorkerThreadDoesBelowItsStep() {
        String sku = sku();
        given().post("/items/" + sku + "/repricing").then().statusCode(204);
        Trace trace = work.of("db.update item", "item.sku", sku);
        Outline.assertShowsFrom("step.reprice_item", trace, """
                step.reprice_item
                  CLIENT rpc.quote pricing
                    CLIENT pricing.Pricing/Quote
                      SERVER http.server: POST
                      SERVER pricing.Pricing/Quote
                        step.quote_price
                          CLIENT cache.get tariff
                  CLIENT db.update item
                """);
    }

    @Test
    void showsARequestThatWaitsForAConsumerOnTheEventLoop() {
        Outline.assertShows(calls.get("/items/bolt/price"), """
                SERVER http.server: GET /items/{sku}/price
                  step.ask_price
                    PRODUCER price publish
                      CONSUMER price receive
                        step.find_price
                          CLIENT rpc.ask pricing
                            CLIENT pricing.Pricing/Ask
                              SERVER http.server: POST
                              SERVER pricing.Pricing/Ask
                                step.answer_price
                                  CLIENT cache.find tariff
                """);
    }

    @Test
    void showsARequestThatWaitsForAConsumerOnTheEventLoopWithoutAStep() {
        Outline.assertShows(calls.get("/items/bolt/plain-price"), """
                SERVER http.server: GET /items/{sku}/plain-price
                  plain.ask_price
                    PRODUCER plain-price publish
                      CONSUMER plain-price receive
                        plain.find_price
                          CLIENT rpc.ask pricing
                            CLIENT pricing.Pricing/Ask
                              SERVER http.server: POST
                              SERVER pricing.Pricing/Ask
                                step.answer_price
                                  CLIENT cache.find tariff
                """);
    }

    @Test
    void showsAQuestionThatFails() {
        Outline.assertShows(calls.get("/items/unknown/price"), """
                SERVER http.server: GET /items/{sku}/price [ERROR]
                  step.ask_price [ERROR] ! ReplyException
                    PRODUCER price publish [ERROR] ! ReplyException
                      CONSUMER price receive
                        step.find_price [ERROR]
                          CLIENT rpc.ask pricing [ERROR] ! StatusRuntimeException
                            CLIENT pricing.Pricing/Ask
                              SERVER http.server: POST
                              SERVER pricing.Pricing/Ask
                                step.answer_price [ERROR]
                                  CLIENT cache.find tariff [ERROR] ! StatusRuntimeException
                """);
    }

    private static String sku() {
        return "s-" + UUID.randomUUID();
    }
}
