package io.steptrace.faults;

import java.util.Optional;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Serves requests until it is asked to stop; or, as a command, makes so many spans, says which, and returns. */
@QuarkusMain
public class Main implements QuarkusApplication {

    /** What the command returns. */
    static final int EXIT_CODE = 3;

    @ConfigProperty(name = "faults.command.spans")
    Optional<Integer> spans;

    @Inject
    Tracer tracer;

    @Override
    public int run(String... arguments) {
        if (spans.isEmpty()) {
            Quarkus.waitForExit();
            return 0;
        }
        for (int number = 1; number <= spans.get(); number++) {
            Span span = tracer.spanBuilder("made").setAttribute("number", number).startSpan();
            span.end();
            System.out.println("made " + span.getSpanContext().getSpanId());
        }
        return EXIT_CODE;
    }
}
