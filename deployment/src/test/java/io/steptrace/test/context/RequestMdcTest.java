package io.steptrace.test.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.quarkus.test.QuarkusUnitTest;
import io.steptrace.Step;
import io.steptrace.test.fixture.HttpTest;
import io.steptrace.test.fixture.TracedApplication;

/** Log lines of a request name the span they were written in, side by side with those of its jobs. */
class RequestMdcTest extends HttpTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.with(Pages.class, Work.class);

    @Inject
    Work work;

    @BeforeEach
    void startOver() {
        work.seen().clear();
    }

    @Test
    void namesTheSpanOfTheStepAndThenThatOfTheRequestAgain() {
        assertThat(get("/pages").statusCode()).isEqualTo(200);
        assertThat(work.seen()).hasSize(6).allSatisfy((place, ids) -> assertThat(ids.get(0)).as(place).isEqualTo(ids.get(1)));
        String root = root().getSpanId();
        assertThat(work.seen().get("before").get(0)).isEqualTo(root);
        assertThat(work.seen().get("after").get(0)).isEqualTo(root);
        assertThat(work.seen().values().stream().map(ids -> ids.get(0)).distinct()).hasSize(4);
    }

    @Test
    void namesThemAgainAfterContextsThatWereMadeCurrentByThePublicApi() {
        assertThat(get("/pages/public").statusCode()).isEqualTo(200);
        assertThat(work.seen()).hasSize(7).allSatisfy((place, ids) -> assertThat(ids.get(0)).as(place).isEqualTo(ids.get(1)));
        String root = root().getSpanId();
        assertThat(work.seen().get("before").get(0)).isEqualTo(root);
        assertThat(work.seen().get("after").get(0)).isEqualTo(root);
        assertThat(work.seen().get("job").get(0)).isEqualTo(work.seen().get("step").get(0));
        assertThat(work.seen().values().stream().map(ids -> ids.get(0)).distinct()).hasSize(5);
    }

    @Path("/pages")
    public static class Pages {

        @Inject
        Work work;

        @GET
        public String page() {
            work.note("before");
            // a copy of the request's context, made before any step of the request
            CompletableFuture<Void> job = work.executor().runAsync(work::job);
            work.outer(job);
            work.note("after");
            return "page";
        }

        @GET
        @Path("/public")
        public String throughThePublicApi() {
            work.note("before");
            work.step();
            work.note("after");
            return "page";
        }
    }

    @ApplicationScoped
    public static class Work {

        @Inject
        ManagedExecutor executor;

        @Inject
        Tracer tracer;

        ManagedExecutor executor() {
            return executor;
        }

        private final Map<String, List<String>> seen = new ConcurrentHashMap<>();

        Map<String, List<String>> seen() {
            return seen;
        }

        /** What the log would say, and what it should. */
        void note(String place) {
            List<String> ids = new ArrayList<>();
            ids.add(String.valueOf(MDC.get("spanId")));
            ids.add(Span.current().getSpanContext().getSpanId());
            seen.put(place, ids);
        }

        @Step
        void step() {
            note("step");
            withSpan();
            Span made = tracer.spanBuilder("made").startSpan();
            try (Scope ignored = made.makeCurrent()) {
                note("made current");
                inner();
            } finally {
                made.end();
            }
            executor.runAsync(() -> note("job")).join();
        }

        @WithSpan
        void withSpan() {
            note("with span");
        }

        @Step
        void job() {
            note("job");
        }

        @Step
        void outer(CompletableFuture<Void> job) {
            note("outer");
            inner();
            job.join();
            note("outer again");
        }

        @Step
        void inner() {
            note("inner");
        }
    }
}
