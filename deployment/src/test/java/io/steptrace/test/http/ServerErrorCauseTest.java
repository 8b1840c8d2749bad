package io.steptrace.test.http;

import static io.steptrace.test.fixture.FinishedSpans.attribute;
import static io.steptrace.test.fixture.FinishedSpans.exceptions;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;
import io.steptrace.ApplicationError;
import io.steptrace.Effect;
import io.steptrace.Step;
import io.steptrace.test.fixture.HttpTest;
import io.steptrace.test.fixture.TracedApplication;
import io.vertx.ext.web.Router;

/** A request that ends as a 5xx says why, on exactly one span. */
class ServerErrorCauseTest extends HttpTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.with(Shop.class, Stock.class, SoldOut.class,
            Unavailable.class,
            Routes.class);

    @ParameterizedTest
    @ValueSource(strings = { "/shop/sold-out", "/shop/sold-out-uni", "/shop/unavailable", "/shop/thrown-503", "/route" })
    void whatNoStepHoldsForAFaultIsOnTheRoot(String path) {
        assertThat(get(path).statusCode()).isGreaterThanOrEqualTo(500);

        SpanData root = root();
        assertThat(root.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(attribute(root, "error.origin")).isEqualTo("system");
        assertThat(attribute(root, "error.message")).isEqualTo("none left");
        assertThat(exceptions(List.of(root))).hasSize(1);
        assertThat(exceptions(spans.soFar())).hasSize(1);
        assertThat(spans.soFar()).filteredOn(span -> attribute(span, "step.name") != null)
                .allSatisfy(step -> assertThat(step.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET));
    }

    @Test
    void aFaultOfAnOptionalEffectThatNobodyCatchesIsOnTheEffect() {
        assertThat(get("/shop/optional").statusCode()).isEqualTo(500);

        SpanData root = root();
        assertThat(root.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(exceptions(List.of(root))).isEmpty();
        assertThat(exceptions(spans.soFar())).hasSize(1);
    }

    @Test
    void aFaultOfAStepThatIsAnsweredBelow500IsNoneOfTheRequest() {
        assertThat(get("/shop/mapped").statusCode()).isEqualTo(409);

        SpanData root = root();
        assertThat(root.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        assertThat(attribute(root, "error.origin")).isEqualTo("application");
        assertThat(attribute(root, "error.type")).isEqualTo(UnsupportedOperationException.class.getName());
        assertThat(exceptions(List.of(root))).isEmpty();
    }

    @Path("/shop")
    public static class Shop {

        @Inject
        Stock stock;

        @GET
        @Path("/sold-out")
        public String soldOut() {
            return stock.soldOut();
        }

        @GET
        @Path("/sold-out-uni")
        public Uni<String> soldOutUni() {
            return stock.soldOutUni();
        }

        @GET
        @Path("/unavailable")
        public String unavailable() throws Unavailable {
            return stock.unavailable();
        }

        @GET
        @Path("/thrown-503")
        public String thrown503() {
            throw new WebApplicationException("none left", 503);
        }

        @GET
        @Path("/optional")
        public String optional() {
            return stock.optional();
        }

        @GET
        @Path("/mapped")
        public String mapped() {
            return stock.mapped();
        }

        @ServerExceptionMapper
        public Response map(Unavailable unavailable) {
            return Response.status(503).build();
        }

        @ServerExceptionMapper
        public Response map(UnsupportedOperationException unsupported) {
            return Response.status(409).build();
        }
    }

    @ApplicationScoped
    public static class Stock {

        @Step
        String soldOut() {
            throw new SoldOut();
        }

        @Step
        Uni<String> soldOutUni() {
            return Uni.createFrom().failure(new SoldOut());
        }

        @Step
        String unavailable() throws Unavailable {
            throw new Unavailable();
        }

        @Effect(value = "http.get advertisement", required = false)
        String optional() {
            throw new IllegalStateException("no advertisement");
        }

        @Step
        String mapped() {
            throw new UnsupportedOperationException("not in this state");
        }
    }

    @ApplicationError
    public static class SoldOut extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SoldOut() {
            super("none left");
        }
    }

    public static class Unavailable extends Exception {
        private static final long serialVersionUID = 1L;

        Unavailable() {
            super("none left");
        }
    }

    @ApplicationScoped
    public static class Routes {

        void register(@Observes Router router) {
            router.get("/route").handler(request -> {
                throw new IllegalStateException("none left");
            });
        }
    }
}
