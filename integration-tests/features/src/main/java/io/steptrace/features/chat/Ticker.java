package io.steptrace.features.chat;

import java.time.Duration;

import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.smallrye.mutiny.Multi;
import io.steptrace.Step;

/** Answers with a stream: the numbers up to the one asked for, or without end. */
@WebSocket(path = "/ticker")
public class Ticker {

    private static final Duration PERIOD = Duration.ofMillis(5);
    private static final String FOREVER = "forever";

    private final Conversation conversation;

    Ticker(Conversation conversation) {
        this.conversation = conversation;
    }

    @OnTextMessage
    @Step("count_up")
    public Multi<String> count(@SpanAttribute("chat.text") String to) {
        Multi<Long> ticks = Multi.createFrom().ticks().every(PERIOD).onOverflow().drop();
        return (to.equals(FOREVER) ? ticks : ticks.select().first(Integer.parseInt(to)))
                .onItem().transformToUniAndConcatenate(tick -> conversation.moderated(to));
    }
}
