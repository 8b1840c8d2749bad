package io.steptrace.runtime.internal.console;

import static io.steptrace.runtime.internal.console.DrawnSpans.end;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;

/** Spans may be called anything, and say anything: on the console each stays one line. */
class HostileWordsTest {

    private static final String HOSTILE = "\u001b[2Jx\n  +0.00 forged\u0085\u2028\u202e";

    private final DrawnSpans spans = new DrawnSpans(new TraceFilter(Duration.ZERO, List.of(), true));

    @Test
    void keepEachSpanInItsLine() {
        Span root = spans.span("GET " + HOSTILE, 0, null);
        Span step = spans.span("step." + HOSTILE, 1, root);
        step.setStatus(StatusCode.ERROR).setAttribute("error.type", HOSTILE).setAttribute("job.queue", HOSTILE)
                .setAttribute("steptrace.sampling.reason", HOSTILE);
        step.addEvent("exception", Attributes.of(AttributeKey.stringKey("exception.message"), "\u001b[31m" + HOSTILE,
                AttributeKey.stringKey("exception.type"), HOSTILE));
        step.addEvent("steptrace.job.rejected", Attributes.of(AttributeKey.stringKey("job.queue"), HOSTILE,
                AttributeKey.stringKey("reason"), HOSTILE));
        step.addEvent("steptrace.attempt.refused", Attributes.of(AttributeKey.stringKey("reason"), HOSTILE));
        step.addEvent("steptrace.attempt.refused");
        Span park = spans.span("job.park(" + HOSTILE + ")", 2, step);
        park.setAttribute("job.park.cause", HOSTILE).setAttribute("job.park.token", HOSTILE);
        end(park, 3);
        end(step, 4);
        end(root, 5);

        assertThat(spans.shown).hasSize(1);
        String tree = spans.shown.get(0);
        assertThat(tree.split("\n")).as(tree).hasSize(5);
        assertThat(tree.replace("\n", "").codePoints()).noneMatch(Character::isISOControl)
                .noneMatch(character -> Character.getType(character) == Character.FORMAT
                        || Character.getType(character) == Character.LINE_SEPARATOR);
        assertThat(tree).contains("GET  [2Jx   +0.00 forged").contains("ERROR");
    }

    @Test
    void endSomewhere() {
        Span root = spans.span("x".repeat(1_000_000), 0, null);
        root.setStatus(StatusCode.ERROR).setAttribute("error.type", "y".repeat(1_000_000));
        end(root, 5);
        assertThat(spans.shown.get(0)).hasSizeLessThan(2_000);
    }
}
