package io.steptrace.runtime.internal.export.otlp;

import java.net.URI;
import java.util.function.UnaryOperator;

import io.steptrace.runtime.internal.export.Batch;
import io.steptrace.runtime.internal.export.ExportFailure;
import io.steptrace.runtime.internal.export.PartialSuccess;
import io.steptrace.runtime.internal.export.otlp.connection.HttpAnswer;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;

/** How a batch becomes a request, and an answer a verdict; thread-safe. */
public interface OtlpProtocol {

    /**
     * OTLP over HTTP with protobuf.
     *
     * @param readable makes words of a collector fit for a log
     */
    static OtlpProtocol httpProtobuf(UnaryOperator<String> readable) {
        return new HttpProtobuf(readable);
    }

    /** OTLP over gRPC; parameter as for {@link #httpProtobuf}. */
    static OtlpProtocol grpc(UnaryOperator<String> readable) {
        return new Grpc(readable);
    }

    /** What the protocol needs of a client. */
    void configure(HttpClientOptions options);

    /** The path of requests to a collector. */
    String path(URI endpoint);

    /** Adds the headers of a request. */
    void addHeaders(MultiMap headers, Batch batch);

    /** The body of a request. */
    Buffer body(Batch batch);

    /**
     * Judges an answer.
     *
     * @throws ExportFailure if the batch was not accepted
     */
    PartialSuccess read(HttpAnswer received) throws ExportFailure;
}
