package io.steptrace.test.reload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.smallrye.mutiny.Uni;
import io.steptrace.Effect;
import io.steptrace.Step;
import io.vertx.core.Vertx;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;

/** Asks for two prices at once, over one connection. */
@Path("/prices")
@ApplicationScoped
public class ReloadedPrices {

    @Inject
    Vertx vertx;

    @ConfigProperty(name = "quarkus.http.port")
    int port;

    @GET
    @Step("fan_out")
    public Uni<String> fanOut() {
        WebClient client = WebClient.create(vertx, new WebClientOptions().setMaxPoolSize(1));
        return Uni.combine().all().unis(price(client), price(client)).with((one, other) -> one + other);
    }

    @Effect("http.get price")
    Uni<String> price(WebClient client) {
        return Uni.createFrom().completionStage(() -> client.get(port, "localhost", "/prices/one").send()
                .map(HttpResponse::bodyAsString).toCompletionStage());
    }

    @GET
    @Path("/one")
    public String one() {
        return "1";
    }
}
