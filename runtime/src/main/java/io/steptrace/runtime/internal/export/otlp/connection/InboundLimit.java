package io.steptrace.runtime.internal.export.otlp.connection;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Closes a connection on which too much comes for one request that is not the body of an answer: frames, headers and interim
 * answers cost far more to read than their bytes, on an event loop of the application. Counts what comes from the network,
 * before TLS and the protocol. Used on the event loop of its connection.
 */
final class InboundLimit extends ChannelInboundHandlerAdapter {

    /** For what an answer has around its body, and for all that comes until the next request. */
    static final int MAX_BYTES = 256 * 1024;

    private final Runnable finding;

    private long bytes;

    private InboundLimit(Runnable finding) {
        this.finding = finding;
    }

    /** Becomes the first to see what comes; calls back when that was too much. */
    static void addTo(ChannelPipeline pipeline, Runnable finding) {
        pipeline.addFirst(InboundLimit.class.getName(), new InboundLimit(finding));
    }

    /** That of a connection; one without effect where there is none. */
    static InboundLimit of(HttpConnection connection) {
        InboundLimit limit = connection instanceof ConnectionBase internal
                ? internal.channel().pipeline().get(InboundLimit.class)
                : null;
        return limit != null ? limit : new InboundLimit(() -> {
        });
    }

    /** A request begins, and with it what may come. */
    void renew() {
        bytes = 0;
    }

    /** So many of the bytes were of a body, which has a limit of its own. */
    void areOfBody(int bodyBytes) {
        bytes -= bodyBytes;
    }

    @Override
    public void channelRead(ChannelHandlerContext connection, Object message) {
        bytes += message instanceof ByteBuf read ? read.readableBytes() : 0;
        if (bytes <= MAX_BYTES) {
            connection.fireChannelRead(message);
        } else {
            ReferenceCountUtil.release(message);
            finding.run();
            connection.close();
        }
    }
}
