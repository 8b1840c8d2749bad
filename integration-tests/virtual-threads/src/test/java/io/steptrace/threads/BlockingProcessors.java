package io.steptrace.threads;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import jakarta.inject.Singleton;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdkBuilder;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.opentelemetry.runtime.AutoConfiguredOpenTelemetrySdkBuilderCustomizer;

/**
 * Has every virtual thread block that begins or ends a span, or writes an event. Processors do so now and then, where two meet
 * at a lock or one exports at once: here it is certain.
 */
@Singleton
@IfBuildProperty(name = BlockingProcessors.KEY, stringValue = "true")
class BlockingProcessors implements AutoConfiguredOpenTelemetrySdkBuilderCustomizer {

    static final String KEY = "virtual-threads.blocking-processors";

    private static final long BLOCKED_NANOS = TimeUnit.MICROSECONDS.toNanos(20);

    @Override
    public void customize(AutoConfiguredOpenTelemetrySdkBuilder builder) {
        builder.addTracerProviderCustomizer((provider, config) -> provider.addSpanProcessor(new Spans()));
        builder.addLoggerProviderCustomizer((provider, config) -> provider.addLogRecordProcessor((context, event) -> block()));
    }

    private static void block() {
        if (Thread.currentThread().isVirtual()) {
            LockSupport.parkNanos(BLOCKED_NANOS);
        }
    }

    private static final class Spans implements SpanProcessor {

        @Override
        public boolean isStartRequired() {
            return true;
        }

        @Override
        public void onStart(Context parent, ReadWriteSpan span) {
            block();
        }

        @Override
        public boolean isEndRequired() {
            return true;
        }

        @Override
        public void onEnd(ReadableSpan span) {
            block();
        }
    }
}
