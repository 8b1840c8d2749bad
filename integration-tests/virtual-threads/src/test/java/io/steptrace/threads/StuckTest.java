package io.steptrace.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** Where a virtual thread stands is in the log while it hangs. */
@QuarkusTest
class StuckTest {

    private static final Logger LOG = Logger.getLogger("io.steptrace.stuck");

    @TestHTTPResource("/hanging")
    URI hangingPage;

    @Inject
    Hanging hanging;

    @Test
    void namesTheLineAVirtualThreadHangsIn() {
        List<String> lines = new CopyOnWriteArrayList<>();
        ExtHandler handler = new ExtHandler() {

            @Override
            public void publish(LogRecord record) {
                lines.add(((ExtLogRecord) record).getFormattedMessage());
            }
        };
        LOG.addHandler(handler);
        try {
            CompletableFuture<HttpResponse<String>> answer = HttpClient.newHttpClient()
                    .sendAsync(HttpRequest.newBuilder(hangingPage).build(), BodyHandlers.ofString());
            await().until(() -> !lines.isEmpty());
            assertThat(lines.get(0)).matches("stuck work: GET /hanging - running for \\d\\.\\d s, step\\.hang on"
                    + " quarkus-virtual-thread-\\d+ \\(waiting\\) in "
                    + Pattern.quote("io.steptrace.threads.Hanging.hang(Hanging.java:")
                    + "\\d+\\), trace [0-9a-f]{32}");
            hanging.release();
            assertThat(answer.join().body()).isEqualTo("released");
            await().until(() -> lines.get(lines.size() - 1).contains("over at last after"));
        } finally {
            hanging.release();
            LOG.removeHandler(handler);
        }
    }
}
