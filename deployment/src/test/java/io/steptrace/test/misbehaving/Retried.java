package io.steptrace.test.misbehaving;

import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.faulttolerance.Retry;

import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.smallrye.faulttolerance.api.AsynchronousNonBlocking;
import io.smallrye.mutiny.Uni;
import io.steptrace.Step;
import io.steptrace.test.misbehaving.Shape.Call;
import io.steptrace.test.misbehaving.Shape.Ending;

/** Methods under fault tolerance, which may make something of its own of a failure: what it is shows without a step. */
interface Retried {

    CharSequence value(Object argument, Call call);

    Uni<CharSequence> uni(Object argument, Call call);

    CompletionStage<CharSequence> stage(Object argument, Call call);

    @ApplicationScoped
    class Bare implements Retried {

        @Override
        @Retry(maxRetries = 1, delay = 0, jitter = 0)
        public CharSequence value(Object argument, Call call) {
            return call.end();
        }

        @Override
        @Retry(maxRetries = 1, delay = 0, jitter = 0)
        public Uni<CharSequence> uni(Object argument, Call call) {
            return Uni.createFrom().item(call::end);
        }

        @Override
        @AsynchronousNonBlocking
        @Retry(maxRetries = 1, delay = 0, jitter = 0)
        public CompletionStage<CharSequence> stage(Object argument, Call call) {
            return Methods.stageOf(call);
        }
    }

    @ApplicationScoped
    class Traced implements Retried {

        @Step
        @Override
        @Retry(maxRetries = 1, delay = 0, jitter = 0)
        public CharSequence value(@SpanAttribute("argument") Object argument, Call call) {
            return call.end();
        }

        @Step
        @Override
        @Retry(maxRetries = 1, delay = 0, jitter = 0)
        public Uni<CharSequence> uni(@SpanAttribute("argument") Object argument, Call call) {
            return Uni.createFrom().item(call::end);
        }

        @Step
        @Override
        @AsynchronousNonBlocking
        @Retry(maxRetries = 1, delay = 0, jitter = 0)
        public CompletionStage<CharSequence> stage(@SpanAttribute("argument") Object argument, Call call) {
            return Methods.stageOf(call);
        }
    }

    /** The ways to call one. */
    enum Way {

        VALUE((methods, call) -> Shape.now(() -> methods.value(call.argument(), call))),
        UNI((methods, call) -> Shape.later(methods.uni(call.argument(), call))),
        STAGE((methods, call) -> Shape.later(methods.stage(call.argument(), call)));

        private final BiFunction<Retried, Call, CompletionStage<Ending>> way;

        Way(BiFunction<Retried, Call, CompletionStage<Ending>> way) {
            this.way = way;
        }

        CompletionStage<Ending> call(Retried methods, Call call) {
            return Shape.guarded(() -> way.apply(methods, call));
        }
    }
}
