package io.steptrace.runtime.internal.export.otlp;

import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;

/** The body of a request without a copy of what a batch holds: it is large, and nothing changes it. */
final class BodyBuffer {

    private BodyBuffer() {
    }

    /** @param parts one behind the other; not to be changed any more */
    @SuppressWarnings("deprecation") // all that Vert.x 4 has for it; of Vert.x 5 it is an SPI
    static Buffer of(byte[]... parts) {
        return Buffer.buffer(Unpooled.wrappedBuffer(parts));
    }
}
