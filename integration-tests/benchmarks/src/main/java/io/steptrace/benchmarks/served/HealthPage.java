package io.steptrace.benchmarks.served;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

import io.steptrace.loopback.LoopbackPort;
import io.vertx.core.json.JsonObject;

/** What an application says of itself; asking makes no spans. */
public final class HealthPage {

    /**
     * The figures of the export.
     *
     * @param spooledSpans in the spool
     * @param lostSpans counted as lost since the start
     */
    public record Export(long spooledSpans, long lostSpans) {
    }

    private static final String EXPORT_CHECK = "Steptrace export";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final HttpClient client = HttpClient.newHttpClient();
    private final ServedBuild build;

    public HealthPage(ServedBuild build) {
        this.build = build;
    }

    /** Waits until the application is ready. */
    public void awaitReady() throws InterruptedException {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            build.requireAlive();
            if (System.nanoTime() - giveUp >= 0) {
                throw new IllegalStateException("the application must be ready within " + PATIENCE + ": it is not");
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }

    /** The figures of the export, from the wellness group; known with the extension only. */
    public Export export() throws IOException, InterruptedException {
        JsonObject page = new JsonObject(get("well").body());
        return page.getJsonArray("checks").stream().map(JsonObject.class::cast)
                .filter(check -> EXPORT_CHECK.equals(check.getString("name"))).findFirst()
                .map(check -> check.getJsonObject("data"))
                .map(data -> new Export(data.getLong("spooled-spans"), data.getLong("lost-spans")))
                .orElseThrow(() -> new IllegalStateException("the health page must have the figures of the export: " + page));
    }

    private boolean isReady() throws InterruptedException {
        try {
            return get("ready").statusCode() == 200;
        } catch (IOException notListening) {
            return false;
        }
    }

    private HttpResponse<String> get(String group) throws IOException, InterruptedException {
        URI page = URI.create("http://" + LoopbackPort.HOST + ":" + build.port() + "/q/health/" + group);
        return client.send(HttpRequest.newBuilder(page).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
    }
}
