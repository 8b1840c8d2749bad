package io.steptrace.runtime.internal.export.encoding;

import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;

import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.resources.Resource;

/**
 * An {@code ExportTraceServiceRequest}: spans below their resources and scopes, each of which stands in it once. Its size is
 * known before it is written. Used by one thread.
 *
 * @see <a href=
 *      "https://github.com/open-telemetry/opentelemetry-proto/blob/main/opentelemetry/proto/collector/trace/v1/trace_service.proto">the
 *      message</a>
 */
final class RequestMessage {

    private static final int RESOURCE_SPANS = 1;

    /** By identity: a process has one resource and few scopes, and to compare them costs more than to write them twice. */
    private final Map<Resource, ResourceSpans> resources = new IdentityHashMap<>(2);

    RequestMessage(List<EncodedSpan> spans) {
        for (EncodedSpan span : spans) {
            resources.computeIfAbsent(span.resource(), ResourceSpans::new).add(span);
        }
    }

    int size() {
        return resources.values().stream().mapToInt(spans -> sizeAs(RESOURCE_SPANS, spans.size())).sum();
    }

    void writeTo(CodedOutputStream to) throws IOException {
        for (ResourceSpans spans : resources.values()) {
            begin(RESOURCE_SPANS, spans.size(), to);
            spans.writeTo(to);
        }
    }

    /** Of a field with a message of that size. */
    private static int sizeAs(int field, int messageSize) {
        return CodedOutputStream.computeTagSize(field) + CodedOutputStream.computeUInt32SizeNoTag(messageSize) + messageSize;
    }

    private static void begin(int field, int messageSize, CodedOutputStream to) throws IOException {
        to.writeTag(field, WireFormat.WIRETYPE_LENGTH_DELIMITED);
        to.writeUInt32NoTag(messageSize);
    }

    /** The spans of one resource. */
    private static final class ResourceSpans {

        private static final int SCOPE_SPANS = 2;

        private final byte[] head;
        private final Map<InstrumentationScopeInfo, ScopeSpans> scopes = new IdentityHashMap<>(8);

        ResourceSpans(Resource resource) {
            head = MessageHeads.of(resource);
        }

        void add(EncodedSpan span) {
            scopes.computeIfAbsent(span.scope(), ScopeSpans::new).add(span);
        }

        int size() {
            return head.length + scopes.values().stream().mapToInt(spans -> sizeAs(SCOPE_SPANS, spans.size)).sum();
        }

        void writeTo(CodedOutputStream to) throws IOException {
            to.writeRawBytes(head);
            for (ScopeSpans spans : scopes.values()) {
                begin(SCOPE_SPANS, spans.size, to);
                spans.writeTo(to);
            }
        }
    }

    /** The spans of one library. */
    private static final class ScopeSpans {

        private static final int SPANS = 2;

        private final byte[] head;
        private final List<EncodedSpan> spans = new ArrayList<>();
        private int size;

        ScopeSpans(InstrumentationScopeInfo scope) {
            head = MessageHeads.of(scope);
            size = head.length;
        }

        void add(EncodedSpan span) {
            spans.add(span);
            size += sizeAs(SPANS, span.bytes().length);
        }

        void writeTo(CodedOutputStream to) throws IOException {
            to.writeRawBytes(head);
            for (EncodedSpan span : spans) {
                to.writeByteArray(SPANS, span.bytes());
            }
        }
    }
}
