package io.steptrace.features.pricing;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.quarkus.grpc.GrpcClient;
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
        return blocking.quote(request(sku)).getCents();
    }

    @Effect("rpc.ask pricing")
    public Uni<Long> ask(@SpanAttribute("item.sku") String sku) {
        return reactive.ask(request(sku)).map(QuoteReply::getCents);
    }

    @Effect("rpc.watch pricing")
    public Uni<List<Long>> watch(@SpanAttribute("item.sku") String sku) {
        return reactive.watch(request(sku)).map(QuoteReply::getCents).collect().asList();
    }

    private static QuoteRequest request(String sku) {
        return QuoteRequest.newBuilder().setSku(sku).build();
    }
}
