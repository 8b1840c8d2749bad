package io.steptrace.collector;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** The JDK's own HTTP client as an exporter: it knows nothing of retries and hides nothing from a test. */
record ExportClient(HttpClient client, Collector collector) {

    static ExportClient of(Collector collector) {
        return new ExportClient(HttpClient.newHttpClient(), collector);
    }

    HttpResponse<byte[]> send(SpanBatch batch) throws IOException, InterruptedException {
        return send(request(batch.protobuf()));
    }

    HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    CompletableFuture<HttpResponse<byte[]>> begin(SpanBatch batch) {
        return client.sendAsync(request(batch.protobuf()).build(), BodyHandlers.ofByteArray());
    }

    /** The answer once its head is there. */
    HttpResponse<InputStream> open(SpanBatch batch) throws IOException, InterruptedException {
        return client.send(request(batch.protobuf()).build(), BodyHandlers.ofInputStream());
    }

    HttpRequest.Builder request(byte[] body) {
        return request("/v1/traces", body);
    }

    HttpRequest.Builder metrics(byte[] body) {
        return request("/v1/metrics", body);
    }

    private HttpRequest.Builder request(String path, byte[] body) {
        return HttpRequest.newBuilder(URI.create(collector.url() + path)).timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/x-protobuf").POST(BodyPublishers.ofByteArray(body));
    }
}
