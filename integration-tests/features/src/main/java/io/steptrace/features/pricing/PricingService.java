package io.steptrace.features.pricing;

import io.quarkus.grpc.GrpcService;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.steptrace.Step;
import io.steptrace.features.pricing.protocol.Pricing;
import io.steptrace.features.pricing.protocol.QuoteReply;
import io.steptrace.features.pricing.protocol.QuoteRequest;

/** The prices over gRPC. */
@GrpcService
public class PricingService implements Pricing {

    private final Tariffs tariffs;

    PricingService(Tariffs tariffs) {
        this.tariffs = tariffs;
    }

    @Override
    @Blocking
    @Step("quote_price")
    public Uni<QuoteReply> quote(QuoteRequest request) {
        return Uni.createFrom().item(reply(request, tariffs.read(request.getSku())));
    }

    @Override
    @Step("answer_price")
    public Uni<QuoteReply> ask(QuoteRequest request) {
        return tariffs.find(request.getSku()).map(cents -> reply(request, cents));
    }

    @Override
    @Step("watch_price")
    public Multi<QuoteReply> watch(QuoteRequest request) {
        return Multi.createFrom().range(0, 3)
                .onItem().transformToUniAndConcatenate(round -> tariffs.find(request.getSku()))
                .map(cents -> reply(request, cents));
    }

    private static QuoteReply reply(QuoteRequest request, long cents) {
        return QuoteReply.newBuilder().setSku(request.getSku()).setCents(cents).build();
    }
}
