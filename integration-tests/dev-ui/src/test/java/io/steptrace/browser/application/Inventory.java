package io.steptrace.browser.application;

import jakarta.enterprise.context.ApplicationScoped;

import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.steptrace.Effect;

/** Many things, each with a span of its own. */
@ApplicationScoped
public class Inventory {

    @Effect("db.count article")
    void count(@SpanAttribute("article") int number) {
        // the span is all there is to it
    }
}
