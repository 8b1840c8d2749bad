package io.steptrace.features.inventory;

import jakarta.enterprise.context.ApplicationScoped;

import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.steptrace.Effect;
import io.steptrace.Step;
import io.vertx.mutiny.core.eventbus.EventBus;
import io.vertx.mutiny.core.eventbus.Message;

/** Asks for prices over the event bus. */
@ApplicationScoped
public class Repricing {

    private final EventBus bus;

    Repricing(EventBus bus) {
        this.bus = bus;
    }

    /** Sends and does not wait. */
    @Step("announce_repricing")
    public void announce(@SpanAttribute("item.sku") String sku) {
        send(sku);
        Log.debugf("announced %s", sku);
    }

    @Effect("messaging.send reprice")
    void send(String sku) {
        Log.debugf("send %s", sku);
        bus.send("reprice", sku);
    }

    @WithSpan("plain.announce_repricing")
    public void announcePlain(@SpanAttribute("item.sku") String sku) {
        bus.send("plain-reprice", sku);
    }

    /** Sends and waits for the answer, on no thread. */
    @Step("ask_price")
    public Uni<Long> ask(@SpanAttribute("item.sku") String sku) {
        return bus.<Long> request("price", sku).map(Message::body)
                .invoke(cents -> Log.debugf("%s costs %d", sku, cents));
    }

    @WithSpan("plain.ask_price")
    public Uni<Long> askPlain(@SpanAttribute("item.sku") String sku) {
        return bus.<Long> request("plain-price", sku).map(Message::body);
    }
}
