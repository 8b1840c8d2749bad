package io.steptrace.runtime.internal.export.encoding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.testing.trace.TestSpanData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.steptrace.runtime.internal.export.Batch;
import io.steptrace.runtime.internal.export.RecordedLosses;

/** Real requests, of spans that differ in their names, and what stands in them. */
public final class Requests {

    /** Those of resource, scope, span and its name. */
    private static final int[] FIELDS = { 1, 2, 2, 5 };

    private static final Map<String, InstrumentationScopeInfo> SCOPES = new ConcurrentHashMap<>();

    private Requests() {
    }

    public static Batch of(String... names) {
        return encoded(false, Stream.of(names).map(name -> span(name, "test", Attributes.empty())).toList()).get(0);
    }

    public static List<Batch> encoded(boolean gzip, List<SpanData> spans) {
        List<Batch> batches = new ArrayList<>();
        new BatchEncoder(gzip, Long.MAX_VALUE, new RecordedLosses()).encode(encoded(spans), batches::add);
        return batches;
    }

    static List<EncodedSpan> encoded(List<SpanData> spans) {
        return spans.stream().map(EncodedSpan::of).toList();
    }

    public static SpanData span(String name, String scope, Attributes attributes) {
        return TestSpanData.builder().setName(name).setKind(SpanKind.INTERNAL).setSpanContext(SpanContext.getInvalid())
                .setStartEpochNanos(1).setEndEpochNanos(2).setHasEnded(true).setStatus(StatusData.unset())
                .setResource(Resource.getDefault())
                // they are grouped by identity
                .setInstrumentationScopeInfo(SCOPES.computeIfAbsent(scope, InstrumentationScopeInfo::create))
                .setAttributes(attributes).build();
    }

    /** Empty for what is no request. */
    public static List<String> names(Batch batch) {
        List<String> names = new ArrayList<>();
        try {
            collect(RequestBody.uncompressed(batch), 0, names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }

    private static void collect(byte[] message, int level, List<String> names) throws IOException {
        if (level == FIELDS.length) {
            names.add(new String(message, StandardCharsets.UTF_8));
            return;
        }
        CodedInputStream in = CodedInputStream.newInstance(message);
        // batches of other tests are a row of zeros
        for (int tag = message.length > 0 && message[0] == 0 ? 0 : in.readTag(); tag != 0; tag = in.readTag()) {
            if (WireFormat.getTagFieldNumber(tag) == FIELDS[level]) {
                collect(in.readByteArray(), level + 1, names);
            } else {
                in.skipField(tag);
            }
        }
    }
}
