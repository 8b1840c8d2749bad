package io.steptrace.runtime.internal.http.root;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.steptrace.runtime.internal.telemetry.AttributeKeys;
import io.steptrace.runtime.internal.text.BoundedText;

/** What a request says, bounded by now, under the keys the semantic conventions of HTTP had before they became stable. */
final class LegacyHttpAttributes {

    private LegacyHttpAttributes() {
    }

    static void write(ReadWriteSpan span, String method, Long status) {
        String address = span.getAttribute(AttributeKeys.SERVER_ADDRESS);
        Long port = span.getAttribute(AttributeKeys.SERVER_PORT);
        // the conventions did not bound methods then
        String original = span.getAttribute(AttributeKeys.HTTP_REQUEST_METHOD_ORIGINAL);
        span.setAttribute(AttributeKeys.LEGACY_METHOD, original == null ? method : original);
        copy(span, AttributeKeys.LEGACY_STATUS_CODE, status);
        copy(span, AttributeKeys.LEGACY_HOST,
                address == null || port == null ? address : BoundedText.value(address + ':' + port));
        copy(span, AttributeKeys.LEGACY_USER_AGENT, span.getAttribute(AttributeKeys.USER_AGENT_ORIGINAL));
        copy(span, AttributeKeys.LEGACY_CLIENT_IP, span.getAttribute(AttributeKeys.CLIENT_ADDRESS));
        copy(span, AttributeKeys.LEGACY_SCHEME, span.getAttribute(AttributeKeys.URL_SCHEME));
        copy(span, AttributeKeys.LEGACY_TARGET, targetOf(span));
        copy(span, AttributeKeys.LEGACY_HOST_NAME, address);
        copy(span, AttributeKeys.LEGACY_HOST_PORT, port);
    }

    private static String targetOf(ReadWriteSpan span) {
        String path = span.getAttribute(AttributeKeys.URL_PATH);
        String query = span.getAttribute(AttributeKeys.URL_QUERY);
        return path == null || query == null ? path : BoundedText.value(path + '?' + query);
    }

    private static <T> void copy(ReadWriteSpan span, AttributeKey<T> key, T value) {
        if (value != null) {
            span.setAttribute(key, value);
        }
    }
}
