package io.steptrace.parcels;

import jakarta.enterprise.context.ApplicationScoped;

import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.smallrye.mutiny.Uni;
import io.steptrace.Step;

/** Handles parcels as the other desk does, asynchronously. */
@ApplicationScoped
public class LaterDesk {

    public Uni<Void> handle(String ids) {
        return deliver(ids).chain(() -> weigh(ids)).chain(() -> file(ids));
    }

    @WithSpan("weigh_parcel")
    Uni<Void> weigh(@SpanAttribute("parcel.ids") String ids) {
        return Uni.createFrom().voidItem();
    }

    @Step("deliver_parcel")
    Uni<Void> deliver(@SpanAttribute("parcel.ids") String ids) {
        return Uni.createFrom().voidItem();
    }

    @Step("file_parcel")
    Uni<Void> file(@SpanAttribute("parcel.ids") String ids) {
        return Uni.createFrom().voidItem();
    }
}
