package io.steptrace.parcels;

import jakarta.enterprise.context.ApplicationScoped;

import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.steptrace.Step;

/** Handles parcels, with a span of each kind. */
@ApplicationScoped
public class ParcelDesk {

    /** Beside each other: two steps, and the span that Quarkus makes of a method. */
    public void handle(String ids) {
        deliver(ids);
        weigh(ids);
        file(ids);
    }

    @WithSpan("weigh_parcel")
    void weigh(@SpanAttribute("parcel.ids") String ids) {
    }

    @Step("deliver_parcel")
    void deliver(@SpanAttribute("parcel.ids") String ids) {
    }

    @Step("file_parcel")
    void file(@SpanAttribute("parcel.ids") String ids) {
    }
}
