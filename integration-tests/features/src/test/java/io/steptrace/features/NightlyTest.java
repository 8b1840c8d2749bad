package io.steptrace.features;

import static io.steptrace.test.TraceAssertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Jobs of the scheduler. */
@QuarkusTest
@TestProfile(QuietTraces.class)
class NightlyTest extends TracedApplication {

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
    void showsAJobOnTheEventLoop() {
        Outline.assertShows(work.of("step.check_price"), """
                step.check_price
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
    void showsTheStart() {
        Outline.assertShows(work.of("step.open_shop"), """
                step.open_shop
                  CLIENT db.list item
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
    void showsAJobThatIsRetried() throws Exception {
        assertThat(work.of("step.call_slow_supplier")).matchesGolden("supplier-retried");
    }

    @Test
    void showsAJobThatFallsBack() {
        Outline.assertShows(work.of("step.call_dead_supplier"), """
                step.call_dead_supplier
                  CLIENT http.post order
                """);
    }

    @Test
    void showsAReportThatIsAwaited() {
        Outline.assertShows(calls.get("/report"), """
                SERVER http.server: GET /report
                  step.draw_up_report
                    CLIENT db.list item
                """);
    }

    @Test
    void showsAReportThatIsNotAwaited() {
        Outline.assertShows(calls.trace(request -> request.post("/report").then().statusCode(204)), """
                SERVER http.server: POST /report
                  step.write_report
                    CLIENT db.list item
                """);
    }
}
