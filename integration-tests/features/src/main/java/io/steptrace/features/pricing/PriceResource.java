package io.steptrace.features.pricing;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.jboss.resteasy.reactive.RestPath;

import io.smallrye.mutiny.Uni;
import io.steptrace.Step;

/** Prices over HTTP, asked for over gRPC. */
@Path("/prices")
public class PriceResource {

    private final Quotes quotes;

    PriceResource(Quotes quotes) {
        this.quotes = quotes;
    }

    @GET
    @Path("/{sku}")
    @Step("show_price")
    public long quote(@RestPath String sku) {
        return quotes.quote(sku);
    }

    @GET
    @Path("/{sku}/reactive")
    @Step("show_price_reactive")
    public Uni<Long> ask(@RestPath String sku) {
        return quotes.ask(sku);
    }

    @GET
    @Path("/{sku}/watch")
    @Step("show_prices")
    public Uni<List<Long>> watch(@RestPath String sku) {
        return quotes.watch(sku);
    }

    @GET
    @Path("/{sku}/pair")
    @Step("show_price_of_a_pair")
    public Uni<Long> pair(@RestPath String sku) {
        return quotes.sum(List.of(sku, sku));
    }
}
