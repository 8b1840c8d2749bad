package io.steptrace.features;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** The traces under other settings of the extensions. */
@QuarkusTest
@TestProfile(OtherSettings.class)
class OtherSettingsTest extends TracedApplication {

    @Inject
    Scheduler scheduler;

    @BeforeEach
    void letsTheNightBegin() {
        scheduler.resume();
    }

    @AfterEach
    void letsTheNightEnd() {
        scheduler.pause();
    }

    @Test
    void showsACallThatBlocks() {
        Outline.assertShows(calls.get("/prices/bolt"), """
                SERVER http.server: GET /prices/{sku}
                  step.show_price
                    CLIENT rpc.quote pricing
                      CLIENT pricing.Pricing/Quote
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
                        SERVER pricing.Pricing/Watch
                          step.watch_price
                            CLIENT cache.find tariff
                            CLIENT cache.find tariff
                            CLIENT cache.find tariff
                """);
    }

    @Test
    void showsAJobBelowTheSpanOfTheScheduler() {
        Outline.assertShows(work.of("step.take_stock"), """
                stocktake
                  step.take_stock
                    CLIENT db.list item
                    step.reprice_item
                      CLIENT rpc.quote pricing
                        CLIENT pricing.Pricing/Quote
                          SERVER pricing.Pricing/Quote
                            step.quote_price
                              CLIENT cache.get tariff
                      CLIENT db.update item
                """);
    }

    @Test
    void showsAJobInAQueueBelowTheSpanOfTheScheduler() {
        Outline.assertShows(work.of("step.write_report"), """
                report
                  step.write_report
                    CLIENT db.list item
                """);
    }

    @Test
    void showsAJobWithoutAStepBelowTheSpanOfTheScheduler() {
        Outline.assertShows(work.of("plain.take_stock"), """
                plain-stocktake
                  plain.take_stock
                    CLIENT db.list item
                    step.reprice_item
                      CLIENT rpc.quote pricing
                        CLIENT pricing.Pricing/Quote
                          SERVER pricing.Pricing/Quote
                            step.quote_price
                              CLIENT cache.get tariff
                      CLIENT db.update item
                """);
    }
}
