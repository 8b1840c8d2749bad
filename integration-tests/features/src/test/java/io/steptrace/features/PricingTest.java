package io.steptrace.features;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Both sides of gRPC in one process. */
@QuarkusTest
@TestProfile(QuietTraces.class)
class PricingTest extends TracedApplication {

    @Test
    void showsACallThatBlocks() {
        Outline.assertShows(calls.get("/prices/bolt"), """
                SERVER http.server: GET /prices/{sku}
                  step.show_price
                    CLIENT rpc.quote pricing
                      CLIENT pricing.Pricing/Quote
                        SERVER http.server: POST
                        SERVER pricing.Pricing/Quote
                          step.quote_price
                            CLIENT cache.get tariff
                """);
    }

    @Test
    void showsACallThatDoesNotBlock() {
        Outline.assertShows(calls.get("/prices/bolt/reactive"), """
                SERVER http.server: GET /prices/{sku}/reactive
                  step.show_price_reactive
                    CLIENT rpc.ask pricing
                      CLIENT pricing.Pricing/Ask
                        SERVER http.server: POST
                        SERVER pricing.Pricing/Ask
                          step.answer_price
                            CLIENT cache.find tariff
                """);
    }

    @Test
    void showsAStream() {
        Outline.assertShows(calls.get("/prices/bolt/watch"), """
                SERVER http.server: GET /prices/{sku}/watch
                  step.show_prices
                    CLIENT rpc.watch pricing
                      CLIENT pricing.Pricing/Watch
                        SERVER http.server: POST
                        SERVER pricing.Pricing/Watch
                          step.watch_price
                            CLIENT cache.find tariff
                            CLIENT cache.find tariff
                            CLIENT cache.find tariff
                """);
    }

    @Test
    void showsAStreamOfQuestions() {
        Outline.assertShows(calls.get("/prices/bolt/pair"), """
                SERVER http.server: GET /prices/{sku}/pair
                  step.show_price_of_a_pair
                    CLIENT rpc.sum pricing
                      CLIENT pricing.Pricing/Sum
                        SERVER http.server: POST
                        SERVER pricing.Pricing/Sum
                          step.sum_prices
                            CLIENT cache.find tariff
                            CLIENT cache.find tariff
                """);
    }

    @Test
    void showsAPriceThatIsUnknown() {
        Outline.assertShows(calls.get("/prices/unknown"), """
                SERVER http.server: GET /prices/{sku} [ERROR]
                  step.show_price [ERROR]
                    CLIENT rpc.quote pricing [ERROR] ! StatusRuntimeException
                      CLIENT pricing.Pricing/Quote
                        SERVER http.server: POST
                        SERVER pricing.Pricing/Quote
                          step.quote_price [ERROR]
                            CLIENT cache.get tariff [ERROR] ! StatusRuntimeException
                """);
    }

    @Test
    void showsAPriceThatIsUnknownWithoutBlocking() {
        Outline.assertShows(calls.get("/prices/unknown/reactive"), """
                SERVER http.server: GET /prices/{sku}/reactive [ERROR]
                  step.show_price_reactive [ERROR]
                    CLIENT rpc.ask pricing [ERROR] ! StatusRuntimeException
                      CLIENT pricing.Pricing/Ask
                        SERVER http.server: POST
                        SERVER pricing.Pricing/Ask
                          step.answer_price [ERROR]
                            CLIENT cache.find tariff [ERROR] ! StatusRuntimeException
                """);
    }
}
