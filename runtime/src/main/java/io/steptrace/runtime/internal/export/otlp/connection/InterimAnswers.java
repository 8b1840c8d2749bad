package io.steptrace.runtime.internal.export.otlp.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.util.ReferenceCountUtil;

/**
 * Drops the interim answers on a connection for HTTP/1.1: Vert.x 4.5 takes those it does not know for the final ones. RFC
 * 9110, section 15.2.
 */
final class InterimAnswers extends ChannelInboundHandlerAdapter {

    private boolean isInterim;

    @Override
    public void channelRead(ChannelHandlerContext connection, Object message) {
        if (message instanceof HttpResponse answer) {
            isInterim = answer.status().codeClass() == HttpStatusClass.INFORMATIONAL
                    && !answer.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS);
        }
        if (isInterim) {
            // the head, and the end of the body that it does not have
            ReferenceCountUtil.release(message);
        } else {
            connection.fireChannelRead(message);
        }
    }
}
