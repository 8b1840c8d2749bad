package io.steptrace.features.chat;

import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;

/** The same with the annotation of OpenTelemetry. */
@WebSocket(path = "/plain/{room}")
public class PlainRoom {

    private final Conversation conversation;
    private final StockEnquiry stock;

    PlainRoom(Conversation conversation, StockEnquiry stock) {
        this.conversation = conversation;
        this.stock = stock;
    }

    @OnOpen
    @WithSpan("plain.welcome_guest")
    public String welcome() {
        return "welcome";
    }

    @OnTextMessage
    @WithSpan("plain.handle_message")
    public String handle(@SpanAttribute("chat.text") String text) {
        return text.startsWith("/stock ") ? stock.of(text.substring("/stock ".length())) : conversation.say(text);
    }
}
