package io.steptrace.runtime.internal.export.otlp.connection;

import java.util.function.Consumer;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;

/**
 * Looks at the first bytes on a connection for HTTP/1.1, and closes it if they are of something else: the decoder would wait
 * for the end of a line, and then say nothing of what it read.
 */
final class FirstBytes extends ChannelInboundHandlerAdapter {

    private final Consumer<LikelyMistake> finding;

    /** Calls back on the event loop. */
    FirstBytes(Consumer<LikelyMistake> finding) {
        this.finding = finding;
    }

    @Override
    public void channelRead(ChannelHandlerContext connection, Object message) {
        connection.pipeline().remove(this);
        PortProtocol spoken = message instanceof ByteBuf bytes ? PortProtocol.of(bytes) : PortProtocol.UNKNOWN;
        if (spoken == PortProtocol.HTTP_2 || spoken == PortProtocol.TLS) {
            ReferenceCountUtil.release(message);
            finding.accept(LikelyMistake.speaks(spoken));
            connection.close();
        } else {
            connection.fireChannelRead(message);
        }
    }
}
