package io.steptrace.features.chat;

import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.smallrye.mutiny.Uni;
import io.steptrace.Step;

/** A room whose messages are handled on the event loop. */
@WebSocket(path = "/live/{room}")
public class LiveRoom {

    private final Conversation conversation;

    LiveRoom(Conversation conversation) {
        this.conversation = conversation;
    }

    @OnTextMessage
    @Step("handle_live_message")
    public Uni<String> handle(@SpanAttribute("chat.text") String text) {
        return conversation.moderated(text);
    }
}
