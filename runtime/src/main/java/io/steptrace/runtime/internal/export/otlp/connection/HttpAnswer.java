package io.steptrace.runtime.internal.export.otlp.connection;

import java.util.Locale;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

/**
 * What came back for a request.
 *
 * @param status of HTTP
 * @param headers of the answer
 * @param trailers behind its body, empty where there are none
 * @param body null if it was longer than {@link #MAX_BODY_BYTES}
 */
public record HttpAnswer(int status, MultiMap headers, MultiMap trailers, byte[] body) {

    /** OTLP specification, "Response size limit". */
    public static final int MAX_BODY_BYTES = 4 * 1024 * 1024;

    /** The status of a proxy that asks for credentials, in the place of a tunnel too. */
    public static final int PROXY_AUTHENTICATION_REQUIRED = 407;

    /** The field with the status of gRPC. */
    public static final String GRPC_STATUS = "grpc-status";

    /** The type of the body, in lower case; empty if it is not named. */
    public String contentType() {
        String type = headers.get(HttpHeaders.CONTENT_TYPE);
        return type == null ? "" : type.strip().toLowerCase(Locale.ROOT);
    }

    /** The same without anything that has to be read: the status alone. */
    public HttpAnswer silent() {
        MultiMap status = MultiMap.caseInsensitiveMultiMap();
        String grpc = trailer(GRPC_STATUS);
        if (grpc != null) {
            status.set(GRPC_STATUS, grpc);
        }
        return new HttpAnswer(this.status, MultiMap.caseInsensitiveMultiMap(), status, new byte[0]);
    }

    /** A field of the trailers, or of the headers where an answer has no body and so no trailers. */
    public String trailer(String name) {
        String value = trailers.get(name);
        return value != null ? value : headers.get(name);
    }
}
