package io.steptrace.runtime.internal.export.otlp;

import java.util.Locale;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

/**
 * What came back for a request.
 *
 * @param status of HTTP
 * @param headers of the answer
 * @param trailers behind its body, empty where there are none
 * @param body null if it was longer than anybody should read
 */
record Received(int status, MultiMap headers, MultiMap trailers, byte[] body) {

    /** The type of the body, in lower case; empty if it is not named. */
    String contentType() {
        String type = headers.get(HttpHeaders.CONTENT_TYPE);
        return type == null ? "" : type.strip().toLowerCase(Locale.ROOT);
    }

    /** The same without anything that has to be read: the status alone. */
    Received silent() {
        MultiMap status = MultiMap.caseInsensitiveMultiMap();
        String grpc = trailer(Grpc.STATUS);
        if (grpc != null) {
            status.set(Grpc.STATUS, grpc);
        }
        return new Received(this.status, MultiMap.caseInsensitiveMultiMap(), status, new byte[0]);
    }

    /** A field of the trailers, or of the headers where an answer has no body and so no trailers. */
    String trailer(String name) {
        String value = trailers.get(name);
        return value != null ? value : headers.get(name);
    }
}
