package io.steptrace.dev.frames;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;

/**
 * Lets a large trace reach the Dev UI as one frame of its WebSocket. Of what takes several frames, those of other threads that
 * write to the same connection can come in between, and then the browser closes it.
 */
public class LargeFrames implements HttpServerOptionsCustomizer {

    private static final int FRAME_BYTES = 8 << 20;

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setMaxWebSocketFrameSize(Math.max(options.getMaxWebSocketFrameSize(), FRAME_BYTES));
    }
}
