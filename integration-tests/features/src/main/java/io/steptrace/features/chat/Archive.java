package io.steptrace.features.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.quarkus.logging.Log;
import io.quarkus.vertx.ConsumeEvent;
import io.steptrace.Effect;
import io.steptrace.Step;

/** Keeps what was said, on a worker thread. */
@ApplicationScoped
public class Archive {

    @ConsumeEvent(value = "archive", blocking = true)
    @Step("archive_message")
    public void keep(@SpanAttribute("chat.text") String text) {
        put(text);
        Log.debugf("kept: %s", text);
    }

    @Effect("db.put chat_line")
    @Transactional
    void put(@SpanAttribute("chat.text") String text) {
        ChatLine line = new ChatLine();
        line.text = text;
        line.persist();
    }
}
