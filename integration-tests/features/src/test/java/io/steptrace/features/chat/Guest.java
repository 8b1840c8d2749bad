package io.steptrace.features.chat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.restassured.RestAssured;

/** A guest in a chat room: says something, and hears what is said to them. */
public final class Guest implements WebSocket.Listener, AutoCloseable {

    private static final long PATIENCE_SECONDS = 20;

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private WebSocket socket;

    private Guest() {
    }

    public static Guest in(String path) {
        Guest guest = new Guest();
        guest.socket = HttpClient.newHttpClient().newWebSocketBuilder()
                .buildAsync(URI.create("ws://localhost:" + RestAssured.port + path), guest).join();
        return guest;
    }

    public void say(String text) {
        socket.sendText(text, true).join();
    }

    public String hears() throws InterruptedException {
        String next = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing heard");
        }
        return next;
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        heard.add(data.toString());
        webSocket.request(1);
        return null;
    }

    /** Without a word. */
    @Override
    public void close() {
        socket.abort();
    }
}
