package io.steptrace.features.chat;

import jakarta.enterprise.context.ApplicationScoped;

import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.quarkus.vertx.ConsumeEvent;
import io.steptrace.Effect;
import io.steptrace.Step;

/** Takes bad words out, on the event loop. */
@ApplicationScoped
public class Moderator {

    @ConsumeEvent("moderate")
    @Step("moderate_message")
    public String moderate(@SpanAttribute("chat.text") String text) {
        return masked(text);
    }

    @Effect("compute.mask words")
    String masked(String text) {
        return text.replace("damn", "****");
    }
}
