package io.steptrace.waits;

import static io.restassured.RestAssured.when;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.lessThan;

import java.time.Duration;

import io.quarkus.test.common.WithTestResource;
import io.steptrace.test.Trace;
import io.steptrace.traces.ConcurrentCalls;
import io.steptrace.traces.ExportedToTests;
import io.steptrace.traces.FoundWaits;
import io.steptrace.traces.TracedCalls;
import io.steptrace.traces.TracedWork;
import io.steptrace.waits.database.DatabaseServer;
import io.steptrace.waits.store.StoreServer;

/** What every test of the application has at hand; the same for all, so that it starts once. */
@WithTestResource(ExportedToTests.class)
@WithTestResource(DatabaseServer.class)
@WithTestResource(StoreServer.class)
public abstract class WaitingApplication {

    /** Beyond what is known to come late. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String FUTURE = "/sync/plain-future";

    private static boolean findsWaits;

    public TracedCalls calls;
    public ConcurrentCalls concurrentCalls;
    public TracedWork work;

    /** Waits until the application finds waits: it begins to look for them when it has started, and not before. */
    protected final void awaitDetection() {
        if (!findsWaits) {
            await("a wait that is found").atMost(PATIENCE).pollDelay(Duration.ZERO)
                    .until(() -> calls.get(FUTURE).spans().stream().anyMatch(FoundWaits::isDetected));
            findsWaits = true;
        }
    }

    /** Opens a page whose trace is looked at later. */
    protected static void visit(String page) {
        when().get(page).then().statusCode(lessThan(300));
    }

    /** The trace of the first span of that name, once the verdict on it is there; the laws hold for it. */
    protected final Trace traceOf(String span) {
        Trace trace = await("the verdict on " + span).atMost(PATIENCE).pollDelay(Duration.ZERO)
                .until(() -> work.of(span), Laws::isJudged);
        Laws.assertHoldFor(trace);
        return trace;
    }
}
