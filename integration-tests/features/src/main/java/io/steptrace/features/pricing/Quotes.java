package io.steptrace.features.pricing;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.quarkus.grpc.GrpcClient;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.steptrace.Effect;
import io.steptrace.features.pricing.protocol.Pricing;
import io.steptrace.features.pricing.protocol.PricingGrpc;
import io.steptrace.features.pricing.protocol.QuoteReply;
import io.steptrace.features.pricing.protocol.QuoteRequest;

/** Asks the service for prices; each call is one effect. */
@ApplicationScoped
public class Quotes {

    private final PricingGrpc.PricingBlockingStub blocking;
    private final Pricing reactive;

    Quotes(@GrpcClient("pricing") PricingGrpc.PricingBlockingStub blocking, @GrpcClient("pricing") Pricing reactive) {
        this.blocking = blocking;
        this.reactive = reactive;
    }

    @Effect("rpc.quote pricing")
    public long quote(@SpanAttribute("item.sku") String sku) {
        long cents = blocking.quote(request(sku)).getCents();
        Log.debugf("%s is quoted at %d", sku, cents);
        return cents;
    }

    @Effect("rpc.ask pricing")
    public Uni<Long> ask(@SpanAttribute("item.sku") String sku) {
        return reactive.ask(request(sku)).map(QuoteReply::getCents)
                .invoke(cents -> Log.debugf("%s is said to cost %d", sku, cents));
    }

    @Effect("rpc.watch pricing")
    public Uni<List<Long>> watch(@SpanAttribute("item.sku") String sku) {
        return reactive.watch(request(sku)).map(QuoteReply::getCents).collect().asList();
    }

    @Effect("rpc.sum pricing")
    public Uni<Long> sum(List<String> skus) {
        return reactive.sum(Multi.createFrom().iterable(skus).map(Quotes::request)).map(QuoteReply::getCents);
    }

    private static QuoteRequest request(String sku) {
        return QuoteRequest.newBuilder().setSku(sku).build();
    }
}
