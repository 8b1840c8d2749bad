package io.steptrace.test.waits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;
import io.steptrace.Step;
import io.steptrace.test.fixture.HttpTest;
import io.steptrace.test.fixture.TracedApplication;

class DetectedWaitsTest extends HttpTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.with(Sleeper.class, Sleeps.class)
            .overrideConfigKey("quarkus.steptrace.console", "true")
            .overrideConfigKey("quarkus.steptrace.detect.waits", "true");

    @Inject
    Sleeper sleeper;

    @Test
    void findsASleep() throws Exception {
        Thread.sleep(3000);
        sleeper.nap();
        SpanData park = spans.await("job.park(timer)");
        get("/sleeps");
        spans.await("job.park(timer)", 3);
        Thread.sleep(3000);
    }

    @ApplicationScoped
    public static class Sleeper {

        @Step
        public void nap() throws InterruptedException {
            Thread.sleep(30);
        }
    }

    @Path("/sleeps")
    public static class Sleeps {

        @Inject
        Sleeper sleeper;

        @GET
        public String sleep() throws InterruptedException {
            Thread.sleep(40);
            sleeper.nap();
            return "rested";
        }
    }
}
