package io.steptrace.test.devui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import io.quarkus.test.QuarkusDevModeTest;
import io.restassured.RestAssured;
import io.steptrace.test.fixture.DevModePort;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Dev mode: what the pages and an assistant are answered, also after live reloads. */
@Tag("dev-mode")
@ExtendWith(DevModePort.class)
class DevUITest {

    private static final String[] TOOLS = { "quarkus-steptrace_slowestRequests", "quarkus-steptrace_whyWasThisRequestSlow",
            "quarkus-steptrace_queuesNow", "quarkus-steptrace_whatIsStuck" };
    private static final Path SKILL = Path.of("src", "main", "resources", "META-INF", "quarkus-skill.md");
    private static final int REQUESTS = 24;
    private static final int RELOADS = 5;
    /** As many as without the pages, in the test of live reloads. */
    private static final int TOLERATED_LOADERS = 5;

    @TempDir
    static Path home;

    @RegisterExtension
    static final QuarkusDevModeTest APPLICATION = new QuarkusDevModeTest()
            .withApplicationRoot(jar -> jar.addClasses(Shop.class).addAsResource(new StringAsset("""
                    quarkus.otel.exporter.otlp.endpoint=http://127.0.0.1:1
                    quarkus.steptrace.detect.waits=false
                    quarkus.steptrace.stuck.after=1s
                    quarkus.steptrace.queues.digest.concurrency=1
                    quarkus.steptrace.dev.max-traces=50
                    """), "application.properties"));

    @AfterAll
    static void forgetLoaders() {
        System.getProperties().remove(Shop.LOADERS);
    }

    @Test
    void answersPagesAndAssistantsAcrossReloads() throws Exception {
        order();
        askAll();
        reload();
    }

    private static void askAll() throws Exception {
        try (DevUISocket page = new DevUISocket()) {
            JsonArray lines = await().until(() -> page.ask("traces", new JsonObject()), all -> all.size() == REQUESTS);
            addsUp(lines);
            assertThat((Integer) page.ask("maxTraces", new JsonObject())).isEqualTo(50);
            String queued = longestQueued(lines);
            waterfallOf(page.ask("trace", new JsonObject().put("traceId", queued)));
            assertThat((Object) page.ask("trace", new JsonObject().put("traceId", "none"))).isNull();
            now(page.ask("now", new JsonObject()));
            JsonArray advice = page.ask("advice", new JsonObject());
            assertThat(advice.encode()).contains("queue digest").contains("concurrency=");
            assistant(idOf(max(lines, line -> line.getLong("lengthNanos"))), queued);
            streams(page);
            stuck(page);
        }
    }

    private static void addsUp(JsonArray lines) {
        assertThat(lines).allSatisfy(each -> {
            JsonObject line = (JsonObject) each;
            assertThat(line.getString("name")).isEqualTo("GET /shop/orders/{customer}");
            assertThat(line.getString("status")).isEqualTo("200");
            assertThat(line.getBoolean("error")).isFalse();
            assertThat(line.getBoolean("complete")).isTrue();
            long waiting = line.getJsonArray("waits").stream().mapToLong(wait -> ((JsonObject) wait).getLong("nanos")).sum();
            assertThat(line.getLong("workingNanos") + line.getLong("unknownNanos") + waiting)
                    .isEqualTo(line.getLong("lengthNanos"));
        });
        assertThat(lines.encode()).contains("queue digest");
    }

    /**
     * Of those for which the queue was the longest wait: where the machine paused, the slowest has waited for its own sleep.
     */
    private static String longestQueued(JsonArray lines) {
        return idOf(max(lines, line -> {
            JsonObject longest = line.getJsonArray("waits").getJsonObject(0);
            return longest.getString("cause").equals("queue digest") ? longest.getLong("nanos") : 0;
        }));
    }

    private static JsonObject max(JsonArray lines, ToLongFunction<JsonObject> by) {
        return lines.stream().map(JsonObject.class::cast).max(Comparator.comparingLong(by)).orElseThrow();
    }

    private static String idOf(JsonObject line) {
        return line.getString("id");
    }

    private static void waterfallOf(JsonObject detail) {
        assertThat(detail.getString("verdict")).contains("waiting: queue digest");
        assertThat(detail.getString("text")).contains("db.get order").contains(detail.getString("verdict"));
        JsonArray rows = detail.getJsonArray("spans");
        assertThat(rows.getJsonObject(0).getString("kind")).isEqualTo("server");
        assertThat(rows.getJsonObject(0).getInteger("depth")).isZero();
        JsonObject effect = rows.stream().map(JsonObject.class::cast)
                .filter(row -> row.getString("name").equals("db.get order"))
                .findFirst().orElseThrow();
        assertThat(effect.getString("parentId")).isEqualTo(rows.getJsonObject(0).getString("spanId"));
        assertThat(effect.getJsonObject("attributes").getString("customer")).isEqualTo("secret");
        assertThat(effect.getJsonObject("place").getString("className")).isEqualTo(Shop.class.getName());
        JsonArray stretches = effect.getJsonArray("stretches");
        assertThat(stretches.getJsonObject(0).getString("kind")).isEqualTo("queue");
        assertThat(stretches.getJsonObject(0).getLong("beginNanos")).isEqualTo(effect.getLong("beginNanos"));
        assertThat(stretches.getJsonObject(stretches.size() - 1).getLong("endNanos")).isEqualTo(effect.getLong("endNanos"));
    }

    private static void now(JsonObject now) {
        JsonObject digest = now.getJsonArray("queues").stream().map(JsonObject.class::cast)
                .filter(queue -> queue.getString("name").equals("digest")).findFirst().orElseThrow();
        assertThat(digest.getInteger("concurrency")).isEqualTo(1);
        assertThat(digest.getInteger("capacity")).isEqualTo(1000);
        assertThat(digest.getLong("p95WaitNanos")).isPositive();
        assertThat(digest.getString("advice")).contains("1 is configured");
        assertThat(now.getJsonObject("breaker").getString("state")).isNotEmpty();
        assertThat(now.getJsonObject("spool").getLong("maxSpans")).isEqualTo(20_480);
    }

    private static void assistant(String slowest, String queued) throws IOException {
        String tools = DevMcp.toolsOnceSwitchedOn(home);
        assertThat(tools).contains(TOOLS).contains("withAttributes").doesNotContain("quarkus-steptrace_traces");
        assertThat(Files.readString(SKILL)).contains(TOOLS);
        assertThat(DevMcp.call("slowestRequests", new JsonObject())).contains(slowest).contains("waiting: queue digest");
        assertThat(DevMcp.call("queuesNow", new JsonObject())).contains("digest").contains("concurrency=");
        JsonObject question = new JsonObject().put("traceId", queued).put("withAttributes", false);
        assertThat(DevMcp.call("whyWasThisRequestSlow", question)).contains("waiting: queue digest").contains("db.get order")
                .doesNotContain("secret");
        assertThat(DevMcp.call("whyWasThisRequestSlow", question.put("withAttributes", true))).contains("secret");
        // as an assistant may ask that takes it for optional
        question.remove("withAttributes");
        assertThat(DevMcp.call("whyWasThisRequestSlow", question)).contains("waiting: queue digest").doesNotContain("secret");
    }

    private static void streams(DevUISocket page) throws Exception {
        page.begin("streamTraces", new JsonObject());
        page.next("Void");
        get("/shop/orders/streamed");
        JsonObject line = page.next("SubscriptionMessage");
        assertThat(line.getString("name")).isEqualTo("GET /shop/orders/{customer}");
        page.begin("streamTrees", new JsonObject());
        page.next("Void");
        get("/shop/orders/streamed");
        String tree = page.next("SubscriptionMessage");
        assertThat(tree).startsWith("trace ").contains("db.get order");
    }

    private static void stuck(DevUISocket page) {
        CompletableFuture<String> held = CompletableFuture.supplyAsync(() -> get("/shop/held"));
        JsonObject now = await().atMost(Duration.ofSeconds(20)).until(() -> page.ask("now", new JsonObject()),
                all -> !all.getJsonArray("stuck").isEmpty());
        for (String list : List.of("stuck", "running")) {
            JsonObject work = now.getJsonArray(list).getJsonObject(0);
            assertThat(work.getString("kind")).isEqualTo("request");
            assertThat(work.getString("name")).contains("/shop/held").contains("step.hold");
            assertThat(work.getLong("ageNanos")).isPositive();
            assertThat(work.getJsonObject("place").getString("fileName")).isEqualTo("Shop.java");
            assertThat(work.getJsonObject("place").getInteger("line")).isPositive();
        }
        assertThat(DevMcp.call("whatIsStuck", new JsonObject())).contains("step.hold").contains("Shop.java");
        get("/shop/let-go");
        assertThat(held.join()).isEqualTo("let go");
    }

    /** The list goes on, and no application stays that would not without the pages. */
    private static void reload() throws Exception {
        for (int version = 0; version < RELOADS; version++) {
            String from = "version " + version + ".";
            String to = "version " + (version + 1) + ".";
            APPLICATION.modifySourceFile(Shop.class, source -> source.replace(from, to));
            assertThat(get("/shop/orders/after")).isEqualTo(to);
        }
        try (DevUISocket page = new DevUISocket()) {
            // before the first reload, and one after each
            JsonArray lines = await().until(() -> page.ask("traces", new JsonObject()),
                    all -> all.size() == REQUESTS + 4 + RELOADS);
            String oldest = lines.getJsonObject(lines.size() - 1).getString("id");
            waterfallText(page.ask("trace", new JsonObject().put("traceId", oldest)));
            assertThat((Boolean) page.ask("clear", new JsonObject())).isTrue();
            assertThat((JsonArray) page.ask("traces", new JsonObject())).isEmpty();
        }
        assertThat(loaders()).hasSize(RELOADS + 1);
        await().pollInterval(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            System.gc();
            assertThat(loaders().stream().map(WeakReference::get).filter(Objects::nonNull))
                    .hasSizeLessThan(TOLERATED_LOADERS);
        });
    }

    private static void waterfallText(JsonObject detail) {
        assertThat(detail.getString("text")).contains("db.get order");
    }

    /** Many at a time, so that most wait for the worker. */
    private static void order() {
        ExecutorService customers = Executors.newFixedThreadPool(8);
        try {
            List<CompletableFuture<String>> orders = IntStream.range(0, REQUESTS)
                    .mapToObj(order -> CompletableFuture.supplyAsync(() -> get("/shop/orders/secret"), customers)).toList();
            orders.forEach(order -> assertThat(order.join()).isEqualTo("version 0."));
        } finally {
            customers.shutdown();
        }
    }

    private static String get(String path) {
        return RestAssured.get(path).asString();
    }

    @SuppressWarnings("unchecked")
    private static List<WeakReference<ClassLoader>> loaders() {
        return (List<WeakReference<ClassLoader>>) System.getProperties().get(Shop.LOADERS);
    }
}
