package io.steptrace.runtime.internal.wiring;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Qualifier;
import jakarta.inject.Singleton;

import io.opentelemetry.sdk.trace.SpanProcessor;
import io.quarkus.arc.All;
import io.steptrace.runtime.internal.wiring.sampling.SamplingParts;

/** The span processors that are beans, as Quarkus adds them to its SDK. */
@Singleton
public class SpanProcessorProducers {

    /** Stands for an exporter that is switched off; a name does no harm when the class is gone. */
    private static final String SWITCHED_OFF = "RemoveableLateBoundSpanProcessor";

    /** All of them, each behind the tail of the sampler if there is one. */
    @Qualifier
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ ElementType.METHOD, ElementType.PARAMETER })
    public @interface BehindTail {
    }

    @Produces
    @Singleton
    @BehindTail
    List<SpanProcessor> behindTail(@All List<SpanProcessor> beans, SamplingParts parts) {
        return beans.stream().map(bean -> isSwitchedOff(bean) ? bean : parts.behindTail(bean)).toList();
    }

    private static boolean isSwitchedOff(SpanProcessor bean) {
        return bean.getClass().getSimpleName().equals(SWITCHED_OFF);
    }
}
