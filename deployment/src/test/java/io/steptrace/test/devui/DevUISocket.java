package io.steptrace.test.devui;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.steptrace.test.fixture.DevModePort;
import io.vertx.core.json.JsonObject;

/** Asks the Dev UI as its pages do: JSON-RPC over a web socket. */
final class DevUISocket implements WebSocket.Listener, AutoCloseable {

    private final BlockingQueue<JsonObject> answers = new LinkedBlockingQueue<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;
    private int id;

    DevUISocket() {
        socket = HttpClient.newHttpClient().newWebSocketBuilder()
                .buildAsync(URI.create("ws://localhost:" + DevModePort.NUMBER + "/q/dev-ui/json-rpc-ws"), this).join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            answers.add(new JsonObject(partial.toString()));
            partial.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    /** What a method answers; null if that is nothing. */
    <T> T ask(String method, JsonObject params) throws InterruptedException {
        begin(method, params);
        return next("Response");
    }

    /** Begins a stream, whose messages are {@link #next}. */
    void begin(String method, JsonObject params) {
        JsonObject request = new JsonObject().put("jsonrpc", "2.0").put("id", ++id)
                .put("method", "quarkus-steptrace_" + method).put("params", params);
        socket.sendText(request.encode(), true).join();
    }

    /** The next message of this type on what was asked last. */
    @SuppressWarnings("unchecked")
    <T> T next(String messageType) throws InterruptedException {
        for (;;) {
            JsonObject answer = answers.poll(20, TimeUnit.SECONDS);
            if (answer == null || answer.containsKey("error")) {
                throw new AssertionError("answer: " + answer);
            }
            JsonObject result = answer.getJsonObject("result");
            if (answer.getInteger("id") == id && messageType.equals(result.getString("messageType"))) {
                return (T) result.getValue("object");
            }
        }
    }

    @Override
    public void close() {
        socket.abort();
    }
}
