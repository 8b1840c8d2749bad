package io.steptrace.test.work;

import static io.steptrace.test.fixture.FinishedSpans.attribute;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.test.QuarkusUnitTest;
import io.restassured.RestAssured;
import io.smallrye.mutiny.Uni;
import io.steptrace.Step;
import io.steptrace.test.fixture.FinishedSpans;
import io.steptrace.test.fixture.HttpTest;
import io.steptrace.test.fixture.TracedApplication;

/** A caller who may not is answered with a 401 or a 403: nothing went wrong, and nothing is enqueued. */
class SecuredWorkTest extends HttpTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.with(Doors.class, Vault.class, Safe.class)
            .setForcedDependencies(List.of(Dependency.of("io.quarkus", "quarkus-elytron-security-properties-file-deployment",
                    Version.getVersion())))
            .overrideConfigKey("quarkus.steptrace.promote.queue-wait", "10s")
            .overrideConfigKey("quarkus.http.auth.basic", "true")
            .overrideConfigKey("quarkus.security.users.embedded.enabled", "true")
            .overrideConfigKey("quarkus.security.users.embedded.plain-text", "true")
            .overrideConfigKey("quarkus.security.users.embedded.users.guest", "guest")
            .overrideConfigKey("quarkus.security.users.embedded.roles.guest", "guest")
            .overrideConfigKey("quarkus.security.users.embedded.users.owner", "owner")
            .overrideConfigKey("quarkus.security.users.embedded.roles.owner", "owner");

    @Inject
    Vault vault;

    @BeforeEach
    void startOver() {
        vault.startOver();
    }

    @ParameterizedTest
    @CsvSource({ "/doors/endpoint, 1", "/doors/step, 2", "/doors/queued, 2", "/doors/queued-stage, 2",
            "/doors/queued-void, 2", "/doors/queued-class, 2" })
    void aRefusedCallerIsAnAnswerStepsIncluded(String path, int expectedSpans) {
        assertThat(status(path, null)).isEqualTo(401);
        assertAnswered(expectedSpans, "io.quarkus.security.UnauthorizedException");
        spans.reset();
        assertThat(status(path, "guest")).isEqualTo(403);
        assertAnswered(expectedSpans, "io.quarkus.security.ForbiddenException");
        assertThat(vault.timesOpened()).isZero();
    }

    @Test
    void aWrongPasswordIsAnAnswer() {
        assertThat(RestAssured.given().auth().preemptive().basic("owner", "wrong").get(uri.resolve("/doors/endpoint"))
                .statusCode()).isEqualTo(401);
        assertAnswered(1, null);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/doors/queued", "/doors/queued-stage", "/doors/queued-class" })
    void whoMayIsServedOnTheQueue(String path) {
        assertThat(status(path, "owner")).isEqualTo(200);
        SpanData queued = spans.await(all -> all.size() == 3).stream()
                .filter(span -> attribute(span, "job.queue") != null && !isRoot(span)).findFirst()
                .orElseThrow();
        assertThat(attribute(queued, "step.outcome")).isEqualTo("done");
        assertThat(vault.timesOpened()).isEqualTo(1);
    }

    private int status(String path, String user) {
        return (user == null ? RestAssured.given() : RestAssured.given().auth().preemptive().basic(user, user))
                .get(uri.resolve(path)).statusCode();
    }

    private void assertAnswered(int expectedSpans, String type) {
        SpanData root = root();
        assertThat(root.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        if (type != null) {
            assertThat(attribute(root, "error.type")).isEqualTo(type);
        }
        assertThat(spans.soFar()).hasSize(expectedSpans).allSatisfy(span -> {
            assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
            assertThat(attribute(span, "error.origin")).isEqualTo("application");
            assertThat(FinishedSpans.eventNames(span)).doesNotContain("exception");
        });
    }

    @Path("/doors")
    public static class Doors {

        @Inject
        Vault vault;

        @Inject
        Safe safe;

        @GET
        @Path("/endpoint")
        @RolesAllowed("owner")
        public String endpoint() {
            return "open";
        }

        @GET
        @Path("/step")
        public String step() {
            return vault.visit(vault::locked);
        }

        @GET
        @Path("/queued")
        public String queued() {
            return vault.visit(() -> vault.queued().await().indefinitely());
        }

        @GET
        @Path("/queued-stage")
        public String queuedStage() {
            return vault.visit(() -> Uni.createFrom().completionStage(vault.queuedStage()).await().indefinitely());
        }

        @GET
        @Path("/queued-void")
        public String queuedVoid() {
            return vault.visit(() -> {
                vault.queuedVoid();
                return "open";
            });
        }

        @GET
        @Path("/queued-class")
        public String queuedClass() {
            return vault.visit(() -> safe.queued().await().indefinitely());
        }
    }

    @ApplicationScoped
    public static class Vault {

        private final AtomicInteger opened = new AtomicInteger();

        @PermitAll
        public void startOver() {
            opened.set(0);
        }

        @PermitAll
        public int timesOpened() {
            return opened.get();
        }

        @PermitAll
        @Step
        public String visit(java.util.function.Supplier<String> door) {
            return door.get();
        }

        @RolesAllowed("owner")
        public String locked() {
            return open();
        }

        @RolesAllowed("owner")
        @Step(queue = "doors")
        public Uni<String> queued() {
            return Uni.createFrom().item(open());
        }

        @RolesAllowed("owner")
        @Step(queue = "doors")
        public CompletionStage<String> queuedStage() {
            return Uni.createFrom().item(open()).subscribeAsCompletionStage();
        }

        @RolesAllowed("owner")
        @Step(queue = "doors")
        public void queuedVoid() {
            open();
        }

        String open() {
            opened.incrementAndGet();
            return "open";
        }
    }

    @ApplicationScoped
    @RolesAllowed("owner")
    public static class Safe {

        @Inject
        Vault vault;

        @Step(queue = "doors")
        public Uni<String> queued() {
            return Uni.createFrom().item(vault.open());
        }
    }
}
