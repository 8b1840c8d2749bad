package io.steptrace.runtime.internal.http.root;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.steptrace.runtime.internal.telemetry.AttributeKeys;
import io.steptrace.runtime.internal.text.BoundedText;

/**
 * What Quarkus has recorded of the words of the client, which may be as long as the client likes; each is {@code null} if it
 * was not recorded.
 */
record ClientWords(String path, String query, String userAgent, String originalMethod, String serverAddress,
        String clientAddress, String scheme) {

    /** Reads them from a span that is ending, and bounds them there. */
    static ClientWords bounded(ReadWriteSpan span) {
        return new ClientWords(bounded(span, AttributeKeys.URL_PATH), bounded(span, AttributeKeys.URL_QUERY),
                bounded(span, AttributeKeys.USER_AGENT_ORIGINAL), bounded(span, AttributeKeys.HTTP_REQUEST_METHOD_ORIGINAL),
                bounded(span, AttributeKeys.SERVER_ADDRESS), bounded(span, AttributeKeys.CLIENT_ADDRESS),
                bounded(span, AttributeKeys.URL_SCHEME));
    }

    private static String bounded(ReadWriteSpan span, AttributeKey<String> key) {
        String recorded = span.getAttribute(key);
        String bounded = BoundedText.value(recorded);
        if (bounded != recorded) {
            span.setAttribute(key, bounded);
        }
        return bounded;
    }
}
