package io.steptrace.benchmarks.app;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

import jakarta.inject.Singleton;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;

/** An exporter that counts spans and forgets them; being a bean, it takes the place of the one for OTLP. */
@Singleton
public class CountingExporter implements SpanExporter {

    // static, because the profilers of JMH live outside the container
    private static final LongAdder EXPORTED = new LongAdder();

    private static volatile String lastSpanId = "";

    /** How many spans have left so far. */
    public static long exported() {
        return EXPORTED.sum();
    }

    /** The id of the span that left last; empty before the first. */
    public static String lastSpanId() {
        return lastSpanId;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        EXPORTED.add(spans.size());
        if (spans instanceof List<SpanData> batch && !batch.isEmpty()) {
            lastSpanId = batch.get(batch.size() - 1).getSpanId();
        }
        return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode flush() {
        return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
        return CompletableResultCode.ofSuccess();
    }
}
