package io.steptrace.runtime.internal.export.otlp;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.steptrace.runtime.internal.export.ExportFailure;
import io.steptrace.runtime.internal.export.otlp.connection.HttpAnswer;
import io.steptrace.runtime.internal.export.otlp.connection.LikelyMistake;
import io.vertx.core.http.HttpHeaders;

/** An answer with an HTTP status that is no success; over gRPC only what is in between gives one. */
final class HttpRefusal {

    /** OTLP specification, "Retryable Response Codes". */
    private static final Set<Integer> RETRYABLE = Set.of(429, 502, 503, 504);

    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TOO_LARGE = 413;

    /** No more of a page is looked at. */
    private static final int TITLE_WITHIN_CHARS = 4096;
    private static final Pattern TITLE = Pattern.compile("<title>([^<]*)", Pattern.CASE_INSENSITIVE);

    private HttpRefusal() {
    }

    /** @param readable makes words of a collector fit for a log */
    static ExportFailure of(HttpAnswer received, UnaryOperator<String> readable) {
        int status = received.status();
        String errorType = String.valueOf(status);
        String words = readable.apply(words(received));
        String message = "HTTP status " + status + origin(received, readable) + (words == null ? "" : ": " + words);
        // an interim answer is no answer yet: the final one was lost behind it
        if (status / 100 == 1 || RETRYABLE.contains(status)) {
            return ExportFailure.transientOne(errorType,
                    RetryAfter.parse(received.headers().get(HttpHeaders.RETRY_AFTER), Instant.now()), message);
        } else if (status == UNAUTHORIZED || status == FORBIDDEN) {
            return ExportFailure.misconfigured(errorType, message + " - see " + LikelyMistake.KEYS + "headers");
        } else if (status == HttpAnswer.PROXY_AUTHENTICATION_REQUIRED) {
            return ExportFailure.misconfigured(errorType,
                    message + " - see " + LikelyMistake.KEYS + "proxy-options.username and password");
        } else if (status == TOO_LARGE || status == BAD_REQUEST && SizeRefusal.areIn(words)) {
            return ExportFailure.tooLarge(errorType, message);
        }
        return ExportFailure.permanent(errorType, message);
    }

    /** Whose answer it is, if it is not the collector's: none of them answers with a web page. */
    private static String origin(HttpAnswer received, UnaryOperator<String> readable) {
        if (received.status() == HttpAnswer.PROXY_AUTHENTICATION_REQUIRED) {
            return " of the proxy";
        } else if (!isPage(received)) {
            return "";
        }
        String server = readable.apply(received.headers().get(HttpHeaders.SERVER));
        return " of a proxy or gateway" + (server == null ? "" : " (" + server + ")");
    }

    /** What it says in protobuf, in text as the OpenTelemetry Collector does at times, or in the title of a page; else null. */
    private static String words(HttpAnswer received) {
        String type = received.contentType();
        if (received.body() == null || received.body().length == 0) {
            return null;
        } else if (type.startsWith(HttpProtobuf.PROTOBUF)) {
            return OtlpResponses.status(received.body()).message();
        }
        String text = new String(received.body(), StandardCharsets.UTF_8);
        if (isPage(received)) {
            Matcher title = TITLE.matcher(text.substring(0, Math.min(text.length(), TITLE_WITHIN_CHARS)));
            return title.find() ? title.group(1) : null;
        }
        return type.isEmpty() || type.startsWith("text/plain") || type.startsWith("application/json") ? text : null;
    }

    private static boolean isPage(HttpAnswer received) {
        return received.contentType().startsWith("text/html");
    }
}
