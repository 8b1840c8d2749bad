package io.steptrace.orders;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.MDC;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.steptrace.Effect;
import io.steptrace.Step;

/** Consumers of messages that never leave the process, one for each way to consume. */
@ApplicationScoped
public class Memos {

    /** The ids in the log and of the current span, by the channel of the message. */
    static final Map<String, List<String>> SEEN = new ConcurrentHashMap<>();

    @Inject
    MemoDesk desk;

    @Incoming("memos-blocking")
    @Blocking
    void consumeBlocking(String memo) {
        desk.handle("memos-blocking");
    }

    @Incoming("memos-event-loop")
    void consumeOnEventLoop(String memo) {
        desk.handle("memos-event-loop");
    }

    @Incoming("memos-list")
    void consumeList(List<String> memos) {
        desk.handle("memos-list");
    }

    @Incoming("memos-reactive")
    Uni<Void> consumeReactively(String memo) {
        return desk.handleLater("memos-reactive");
    }

    /** The work itself, in steps. */
    @ApplicationScoped
    public static class MemoDesk {

        @Step("handle_memo")
        void handle(String channel) {
            file();
            plain();
            file();
            see(channel);
        }

        @Step("handle_memo_later")
        Uni<Void> handleLater(String channel) {
            return Uni.createFrom().item(channel).onItem().delayIt().by(java.time.Duration.ofMillis(1)).invoke(() -> {
                file();
                plain();
                file();
                see(channel);
            }).replaceWithVoid();
        }

        @Effect("file.write memo")
        void file() {
        }

        @WithSpan
        void plain() {
        }

        private static void see(String channel) {
            SEEN.put(channel, Stream.of(MDC.get("spanId"), Span.current().getSpanContext().getSpanId())
                    .map(String::valueOf).toList());
        }
    }
}
