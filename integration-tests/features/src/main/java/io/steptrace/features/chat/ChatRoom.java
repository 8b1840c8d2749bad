package io.steptrace.features.chat;

import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.quarkus.logging.Log;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.steptrace.Step;

/** A room whose messages are handled on worker threads. */
@WebSocket(path = "/chat/{room}")
public class ChatRoom {

    private final Conversation conversation;
    private final StockEnquiry stock;

    ChatRoom(Conversation conversation, StockEnquiry stock) {
        this.conversation = conversation;
        this.stock = stock;
    }

    @OnOpen
    @Step("welcome_guest")
    public String welcome() {
        return "welcome";
    }

    @OnTextMessage
    @Step("handle_message")
    public String handle(@SpanAttribute("chat.text") String text) {
        String answer = text.startsWith("/stock ") ? stock.of(text.substring("/stock ".length())) : conversation.say(text);
        Log.debugf("answered: %s", answer);
        return answer;
    }
}
