package io.steptrace.runtime.internal.export.otlp;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.steptrace.runtime.internal.export.Batch;
import io.steptrace.runtime.internal.export.ExportFailure;
import io.steptrace.runtime.internal.export.PartialSuccess;
import io.steptrace.runtime.internal.export.Transport;
import io.steptrace.runtime.internal.export.otlp.connection.CollectorClient;
import io.steptrace.runtime.internal.export.otlp.connection.HttpAnswer;
import io.steptrace.runtime.internal.export.otlp.connection.HttpExchange;
import io.steptrace.runtime.internal.export.otlp.connection.LikelyMistake;
import io.steptrace.runtime.internal.export.otlp.connection.OpenClient;
import io.steptrace.runtime.internal.text.LogText;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;

/** Sends batches to one collector on the HTTP client of Vert.x; neither repeats a request nor follows a redirect. */
public final class OtlpTransport implements Transport {

    /** The guard gives up an attempt; this is for the time that Fault Tolerance is switched off. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final CollectorClient client;
    private final OtlpProtocol protocol;
    private final URI endpoint;
    private final Map<String, String> headers;
    private final Duration timeout;

    /** Becomes the owner of the client, which has the endpoint's host and port as its default. */
    public OtlpTransport(CollectorClient client, OtlpProtocol protocol, URI endpoint, Map<String, String> headers,
            Duration timeout) {
        this.client = client;
        this.protocol = protocol;
        this.endpoint = endpoint;
        this.headers = Map.copyOf(headers);
        this.timeout = timeout;
    }

    @Override
    public PartialSuccess send(Batch batch) throws ExportFailure, InterruptedException {
        RequestOptions options = new RequestOptions().setMethod(HttpMethod.POST).setURI(protocol.path(endpoint));
        headers.forEach(options::putHeader);
        protocol.addHeaders(options.getHeaders(), batch);
        OpenClient used = client.current();
        HttpExchange exchange = HttpExchange.begin(used, options, protocol.body(batch));
        boolean isAnswered = false;
        try {
            HttpAnswer received = exchange.received().get(timeout.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
            isAnswered = true;
            return judged(received);
        } catch (ExecutionException e) {
            throw failure(used.reason(e.getCause()), exchange);
        } catch (TimeoutException e) {
            throw ExportFailure.ofTimeout();
        } finally {
            if (!isAnswered) {
                exchange.giveUp();
                client.leave(used);
            }
        }
    }

    @Override
    public void disconnect() {
        client.disconnect();
    }

    @Override
    public String target() {
        return LogText.address(endpoint) + protocol.path(endpoint);
    }

    @Override
    public void close() {
        client.close();
    }

    private PartialSuccess judged(HttpAnswer received) throws ExportFailure {
        try {
            return protocol.read(received);
        } catch (RuntimeException e) {
            // what it says could not be read, but what it comes to is known
            return protocol.read(received.silent());
        }
    }

    private static ExportFailure failure(Throwable reason, HttpExchange exchange) {
        LikelyMistake.Of of = reason instanceof LikelyMistake mistake ? mistake.of() : LikelyMistake.Of.ANYTHING_ELSE;
        return switch (of) {
            // to ask again at once may lock an account
            case CREDENTIALS_FOR_PROXY -> ExportFailure.misconfigured(
                    String.valueOf(HttpAnswer.PROXY_AUTHENTICATION_REQUIRED), reason.getMessage());
            // nothing of the request was looked at
            case PORT -> ExportFailure.unreachable(reason);
            case ANYTHING_ELSE -> exchange.hasConnection() ? ExportFailure.ofConnection(reason)
                    : ExportFailure.unreachable(reason);
        };
    }
}
