package io.steptrace.features;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** Jobs of the scheduler. */
@QuarkusTest
class NightlyTest extends TracedApplication {

    @Test
    void showsAJob() {
        Outline.assertShows(work.of("step.take_stock"), """
                step.take_stock
                  CLIENT db.list item
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
    void showsAJobWithoutAStep() {
        Outline.assertShows(work.of("plain.take_stock"), """
                plain.take_stock
                  CLIENT db.list item
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
    void showsAJobInAQueue() {
        Outline.assertShows(work.of("step.write_report"), """
                step.write_report
                  CLIENT db.list item
                """);
    }

    @Test
    void showsAJobThatIsRetried() {
        Outline.assertShows(work.of("step.call_slow_supplier"), """
                step.call_slow_supplier
                  CLIENT rpc.quote pricing
                    CLIENT pricing.Pricing/Quote
                      SERVER http.server: POST
                      SERVER pricing.Pricing/Quote
                        step.quote_price
                          CLIENT cache.get tariff
                """);
    }

    @Test
    void showsAJobThatFallsBack() {
        Outline.assertShows(work.of("step.call_dead_supplier"), """
                step.call_dead_supplier
                  CLIENT http.post order
                """);
    }
}
