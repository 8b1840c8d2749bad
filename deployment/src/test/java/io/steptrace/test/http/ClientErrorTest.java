package io.steptrace.test.http;

import static io.steptrace.test.fixture.FinishedSpans.attribute;
import static io.steptrace.test.fixture.FinishedSpans.exceptions;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.ClientWebApplicationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;
import io.steptrace.Effect;
import io.steptrace.test.fixture.HttpTest;
import io.steptrace.test.fixture.TracedApplication;

/** What another server answers is no answer of this one. */
class ClientErrorTest extends HttpTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.with(Shop.class, Stock.class, Remote.class);

    @ParameterizedTest
    @ValueSource(strings = { "/shop/rest-client", "/shop/rest-client-uni", "/shop/jax-rs-client" })
    void anAnswerOfAnotherServerIsNoAnswerOfThisOne(String path) {
        assertThat(get(path).statusCode()).isEqualTo(500);

        List<SpanData> all = spans.await(found -> found.stream().filter(HttpTest::isRoot).count() == 2);
        SpanData root = all.stream().filter(span -> span.getName().endsWith(path)).findFirst().orElseThrow();
        SpanData effect = all.stream().filter(span -> attribute(span, "effect.kind") != null).findFirst().orElseThrow();
        assertThat(root.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(attribute(root, "error.type")).isEqualTo("500");
        assertThat(attribute(root, "error.origin")).isEqualTo("system");
        assertThat(effect.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(attribute(effect, "error.origin")).isEqualTo("system");
        assertThat(attribute(effect, "error.type")).isEqualTo(ClientWebApplicationException.class.getName());
        assertThat(exceptions(List.of(effect))).hasSize(1);
        assertThat(exceptions(all)).hasSize(1);
    }

    @Test
    void anAnswerThatTheApplicationMakesOfItIsItsOwn() {
        assertThat(get("/shop/passed-on").statusCode()).isEqualTo(404);

        List<SpanData> all = spans.await(found -> found.stream().filter(HttpTest::isRoot).count() == 2);
        assertThat(all).filteredOn(HttpTest::isRoot).allSatisfy(root -> {
            assertThat(root.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
            assertThat(attribute(root, "error.origin")).isEqualTo("application");
            assertThat(exceptions(List.of(root))).isEmpty();
        });
    }

    @Path("/shop")
    public static class Shop {

        @Inject
        Stock stock;

        @Context
        UriInfo here;

        @GET
        @Path("/nothing-here")
        public String nothingHere() {
            throw new NotFoundException();
        }

        @GET
        @Path("/rest-client")
        public String restClient() {
            return stock.ask(here.getBaseUri());
        }

        @GET
        @Path("/rest-client-uni")
        public Uni<String> restClientUni() {
            return stock.askUni(here.getBaseUri());
        }

        @GET
        @Path("/jax-rs-client")
        public String jaxRsClient() {
            return stock.askByJaxRs(here.getBaseUri());
        }

        @GET
        @Path("/passed-on")
        public String passedOn() {
            try {
                return stock.ask(here.getBaseUri());
            } catch (WebApplicationException theirs) {
                throw new NotFoundException("not here either", theirs);
            }
        }
    }

    @ApplicationScoped
    public static class Stock {

        @Effect("http.get stock")
        String ask(URI server) {
            return QuarkusRestClientBuilder.newBuilder().baseUri(server).build(Remote.class).nothingHere();
        }

        @Effect("http.get stock")
        Uni<String> askUni(URI server) {
            return QuarkusRestClientBuilder.newBuilder().baseUri(server).build(Remote.class).nothingHereUni();
        }

        @Effect("http.get stock")
        String askByJaxRs(URI server) {
            Client client = ClientBuilder.newClient();
            try {
                return client.target(server).path("/shop/nothing-here").request().get(String.class);
            } finally {
                client.close();
            }
        }
    }

    @Path("/shop")
    public interface Remote {

        @GET
        @Path("/nothing-here")
        String nothingHere();

        @GET
        @Path("/nothing-here")
        Uni<String> nothingHereUni();
    }
}
