package io.steptrace.features.chat;

import java.util.concurrent.CountDownLatch;

import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.steptrace.Step;
import io.steptrace.features.pricing.Tariffs;

/** A room in which guests do not wait for their answer. */
@WebSocket(path = "/slow")
public class SlowRoom {

    static final CountDownLatch WORKING = new CountDownLatch(1);
    static final CountDownLatch GUEST_LEFT = new CountDownLatch(1);

    private final Tariffs tariffs;

    SlowRoom(Tariffs tariffs) {
        this.tariffs = tariffs;
    }

    @OnTextMessage
    @Step("handle_slow_message")
    public void handle(@SpanAttribute("chat.text") String text) throws InterruptedException {
        tariffs.read(text);
        WORKING.countDown();
        GUEST_LEFT.await();
        tariffs.read(text);
    }
}
