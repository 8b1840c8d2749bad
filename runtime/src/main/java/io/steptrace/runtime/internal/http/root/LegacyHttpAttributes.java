package io.steptrace.runtime.internal.http.root;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.steptrace.runtime.internal.telemetry.AttributeKeys;
import io.steptrace.runtime.internal.text.BoundedText;

/** What a request says, under the keys the semantic conventions of HTTP had before they became stable. */
final class LegacyHttpAttributes {

    private LegacyHttpAttributes() {
    }

    static void write(ReadWriteSpan span, String method, Long status, ClientWords words) {
        Long port = span.getAttribute(AttributeKeys.SERVER_PORT);
        // the conventions did not bound methods then
        span.setAttribute(AttributeKeys.LEGACY_METHOD, words.originalMethod() == null ? method : words.originalMethod());
        copy(span, AttributeKeys.LEGACY_STATUS_CODE, status);
        copy(span, AttributeKeys.LEGACY_HOST, joined(words.serverAddress(), ':', port));
        copy(span, AttributeKeys.LEGACY_USER_AGENT, words.userAgent());
        copy(span, AttributeKeys.LEGACY_CLIENT_IP, words.clientAddress());
        copy(span, AttributeKeys.LEGACY_SCHEME, words.scheme());
        copy(span, AttributeKeys.LEGACY_TARGET, joined(words.path(), '?', words.query()));
        copy(span, AttributeKeys.LEGACY_HOST_NAME, words.serverAddress());
        copy(span, AttributeKeys.LEGACY_HOST_PORT, port);
    }

    /** The first alone if there is no second. */
    private static String joined(String first, char separator, Object second) {
        return first == null || second == null ? first : BoundedText.value(first + separator + second);
    }

    private static <T> void copy(ReadWriteSpan span, AttributeKey<T> key, T value) {
        if (value != null) {
            span.setAttribute(key, value);
        }
    }
}
