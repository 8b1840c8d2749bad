package io.steptrace.test.misbehaving;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;

import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.steptrace.Effect;
import io.steptrace.ErrorClassifier;
import io.steptrace.ErrorOrigin;
import io.steptrace.Need;
import io.steptrace.RenderPhase;
import io.steptrace.Slot;
import io.steptrace.Step;
import io.steptrace.test.misbehaving.Shape.Call;

/** A step or an effect of each shape, which does as its argument says. */
@ApplicationScoped
public class Methods {

    private static final Slot<CharSequence> SLOT = Slot.of("slot");

    @Step
    CharSequence value(@SpanAttribute("argument") Object argument, Call call) {
        return call.end();
    }

    @Step(render = RenderPhase.TEMPLATE)
    CharSequence rendered(@SpanAttribute("argument") Object argument, Call call) {
        return call.end();
    }

    @Step
    void nothing(@SpanAttribute("argument") Object argument, Call call) {
        call.end();
    }

    @Step
    Uni<CharSequence> uni(@SpanAttribute("argument") Object argument, Call call) {
        return Uni.createFrom().item(call::end);
    }

    @Step
    Multi<CharSequence> multi(@SpanAttribute("argument") Object argument, Call call) {
        return Multi.createFrom().item(call::end);
    }

    @Step
    CompletionStage<CharSequence> stage(@SpanAttribute("argument") Object argument, Call call) {
        return stageOf(call);
    }

    @Step
    Object object(@SpanAttribute("argument") Object argument, Call call) {
        return stageOf(call);
    }

    @Effect("db.get post")
    CharSequence required(@SpanAttribute("argument") Object argument, Call call) {
        return call.end();
    }

    @Effect(value = "db.get author", required = false)
    CharSequence optional(@SpanAttribute("argument") Object argument, Call call) {
        return call.end();
    }

    @Effect("cache.get post")
    CharSequence cached(@SpanAttribute("argument") Object argument, Call call) {
        return call.end();
    }

    @Step(queue = "effects")
    Uni<CharSequence> queuedUni(@SpanAttribute("argument") Object argument, Call call) {
        return Uni.createFrom().item(call::end);
    }

    @Step(queue = "effects")
    CompletionStage<CharSequence> queuedStage(@SpanAttribute("argument") Object argument, Call call) {
        return stageOf(call);
    }

    @Step(queue = "effects")
    void queuedNothing(@SpanAttribute("argument") Object argument, Call call) {
        call.end();
    }

    @Step
    Uni<CharSequence> needy(@SpanAttribute("argument") Object argument, Call call) {
        return Need.parallel().require(SLOT, () -> Uni.createFrom().item(call::end)).resume(slots -> slots.get(SLOT));
    }

    static CompletionStage<CharSequence> stageOf(Call call) {
        return call.failure() == null ? CompletableFuture.completedFuture(call.result())
                : CompletableFuture.failedFuture(call.failure());
    }

    /** Asked for its opinion, it has trouble. */
    @ApplicationScoped
    public static class BadClassifier implements ErrorClassifier {

        volatile Trouble trouble = Trouble.NONE;

        @Override
        public Optional<ErrorOrigin> classify(Throwable error) {
            trouble.make();
            return Optional.empty();
        }
    }
}
