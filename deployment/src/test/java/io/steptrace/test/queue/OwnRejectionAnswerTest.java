package io.steptrace.test.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;
import io.steptrace.JobRejectedException;
import io.steptrace.test.fixture.HttpTest;
import io.steptrace.test.fixture.TracedApplication;
import io.vertx.ext.web.Router;

class OwnRejectionAnswerTest extends HttpTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication
            .with(RefusingApplication.class, Mappers.class, FailureRoute.class)
            .overrideConfigKey("quarkus.steptrace.queues.\"mail\".concurrency", "1")
            .overrideConfigKey("quarkus.steptrace.queues.\"mail\".capacity", "0")
            .overrideConfigKey("quarkus.steptrace.queues.\"continuations\".concurrency", "1")
            .overrideConfigKey("quarkus.steptrace.queues.\"continuations\".capacity", "0");

    @Inject
    RefusingApplication.Work work;

    @BeforeEach
    void occupyTheQueues() throws InterruptedException {
        work.occupy();
    }

    @AfterEach
    void releaseTheQueues() {
        work.release();
    }

    @Test
    void isThatOfAnExceptionMapper() {
        HttpResponse<String> answer = get("/refused/uni");
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).contains("7");
        assertThat(answer.body()).isEqualTo("mail of 0 is QUEUE_FULL");
    }

    @Test
    void isThatOfAFailureHandler() {
        HttpResponse<String> answer = get("/routes/void");
        assertThat(answer.statusCode()).isEqualTo(418);
        assertThat(answer.body()).isEqualTo("short and stout");
    }

    public static class Mappers {

        @ServerExceptionMapper
        Response map(JobRejectedException rejection) {
            return Response.status(429).header("Retry-After", 7)
                    .entity(rejection.queue() + " of " + rejection.capacity() + " is " + rejection.reason()).build();
        }
    }

    @ApplicationScoped
    public static class FailureRoute {

        void register(@Observes Router router) {
            router.route("/routes/*").failureHandler(request -> request.response().setStatusCode(418).end("short and stout"));
        }
    }
}
