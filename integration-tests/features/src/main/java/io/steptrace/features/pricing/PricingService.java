package io.steptrace.features.pricing;

import java.util.stream.Collectors;

import io.quarkus.grpc.GrpcService;
import io.quarkus.logging.Log;
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

    private static final int ROUNDS = 3;

    private final Tariffs tariffs;

    PricingService(Tariffs tariffs) {
        this.tariffs = tariffs;
    }

    @Override
    @Blocking
    @Step("quote_price")
    public Uni<QuoteReply> quote(QuoteRequest request) {
        QuoteReply reply = reply(request, tariffs.read(request.getSku()));
        Log.debugf("quote of %s", request.getSku());
        return Uni.createFrom().item(reply);
    }

    @Override
    @Step("answer_price")
    public Uni<QuoteReply> ask(QuoteRequest request) {
        return tariffs.find(request.getSku()).map(cents -> reply(request, cents))
                .invoke(reply -> Log.debugf("answer for %s", reply.getSku()));
    }

    @Override
    @Step("watch_price")
    public Multi<QuoteReply> watch(QuoteRequest request) {
        return Multi.createFrom().range(0, ROUNDS)
                .onItem().transformToUniAndConcatenate(round -> tariffs.find(request.getSku()))
                .map(cents -> reply(request, cents));
    }

    @Override
    @Step("sum_prices")
    public Uni<QuoteReply> sum(Multi<QuoteRequest> requests) {
        return requests.onItem().transformToUniAndConcatenate(request -> tariffs.find(request.getSku()))
                .collect().with(Collectors.summingLong(cents -> cents))
                .map(cents -> QuoteReply.newBuilder().setCents(cents).build());
    }

    private static QuoteReply reply(QuoteRequest request, long cents) {
        return QuoteReply.newBuilder().setSku(request.getSku()).setCents(cents).build();
    }
}
