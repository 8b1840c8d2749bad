package io.steptrace.runtime.internal.http.root;

import java.util.Map;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.instrumentation.api.instrumenter.LocalRootSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.steptrace.runtime.internal.telemetry.AttributeKeys;
import io.steptrace.runtime.internal.text.BoundedText;
import io.steptrace.runtime.internal.trace.LocalTraceState;

/** What a request says of itself beside what Quarkus records of it. */
public final class RequestAttributes {

    private static final String PATH_PARAMS = "url.path.params.";

    private RequestAttributes() {
    }

    /**
     * Writes where the current request came from, and how.
     *
     * @param clientAddress where the client is; {@code null} if it has no address
     * @param clientPort its port; {@code null} if it has none, or nothing says which
     * @param transport {@code tcp}, {@code quic} or {@code unix}
     * @param protocolVersion of HTTP, such as {@code 1.1}
     */
    public static void connection(String clientAddress, Long clientPort, String transport, String protocolVersion) {
        Span root = Span.current();
        if (!root.isRecording()) {
            return;
        }
        ReadableSpan readable = clientPort == null ? null : LocalTraceState.readable(root);
        if (readable != null) {
            String recorded = readable.getAttribute(AttributeKeys.CLIENT_ADDRESS);
            // a header of a proxy that is not trusted may name another client, whose port is unknown
            if (clientAddress.equals(recorded)) {
                root.setAttribute(AttributeKeys.CLIENT_PORT, clientPort);
            } else if ((clientAddress + ":" + clientPort).equals(recorded)) {
                root.setAttribute(AttributeKeys.CLIENT_ADDRESS, clientAddress).setAttribute(AttributeKeys.CLIENT_PORT,
                        clientPort);
            }
        }
        root.setAttribute(AttributeKeys.NETWORK_TRANSPORT, transport)
                .setAttribute(AttributeKeys.NETWORK_PROTOCOL_VERSION, protocolVersion);
    }

    /** Writes the parameters of the path of the current request, by the names they have in the route. */
    public static void pathParameters(Map<String, String> parameters) {
        Span root = LocalRootSpan.current();
        if (root.isRecording()) {
            parameters.forEach((name, value) -> root.setAttribute(
                    AttributeKey.stringKey(PATH_PARAMS + BoundedText.name(name)), BoundedText.value(value)));
        }
    }
}
