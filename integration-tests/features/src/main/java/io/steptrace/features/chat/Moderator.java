package io.steptrace.features.chat;

import java.time.Duration;

import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.quarkus.logging.Log;
import io.quarkus.vertx.ConsumeEvent;
import io.smallrye.mutiny.Uni;
import io.steptrace.Effect;
import io.steptrace.Step;

/** Takes bad words out, on the event loop; a bean without a scope, which a consumer need not have. */
public class Moderator {

    /** The event bus never ends the span of a request that is answered before its sender has returned from sending it. */
    private static final Duration CONSIDERATION = Duration.ofMillis(30);

    @ConsumeEvent("moderate")
    @Step("moderate_message")
    public Uni<String> moderate(@SpanAttribute("chat.text") String text) {
        String masked = masked(text);
        Log.debugf("moderated: %s", text);
        return Uni.createFrom().item(masked).onItem().delayIt().by(CONSIDERATION);
    }

    @Effect("compute.mask words")
    String masked(String text) {
        return text.replace("damn", "****");
    }
}
