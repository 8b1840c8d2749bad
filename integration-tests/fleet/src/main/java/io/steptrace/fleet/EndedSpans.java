package io.steptrace.fleet;

import java.util.concurrent.atomic.AtomicLong;

import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;

/** How many sampled spans have ended in this process: what the accounts of the export and of the Collectors are held to. */
@Singleton
@Path("/ended")
public class EndedSpans implements SpanProcessor {

    private final AtomicLong count = new AtomicLong();

    @GET
    public long count() {
        return count.get();
    }

    @Override
    public void onEnd(ReadableSpan span) {
        if (span.getSpanContext().isSampled()) {
            count.incrementAndGet();
        }
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }

    @Override
    public boolean isStartRequired() {
        return false;
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        // of no interest
    }
}
