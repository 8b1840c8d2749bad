package io.steptrace.runtime.internal.console;

import static io.steptrace.runtime.internal.console.DrawnSpans.end;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.opentelemetry.api.trace.Span;

class TraceFilterTest {

    @Test
    void leavesOutWhatTookLessThanTheMinimum() {
        DrawnSpans spans = new DrawnSpans(new TraceFilter(Duration.ofMillis(5), List.of(), true));
        end(spans.span("short", 0, null), 4);
        end(spans.span("long enough", 0, null), 5);

        assertThat(spans.shown).hasSize(1);
        assertThat(spans.shown.get(0)).endsWith("long enough");
    }

    @Test
    void countsWorkThatOutlivesTheRoot() {
        DrawnSpans spans = new DrawnSpans(new TraceFilter(Duration.ofMillis(5), List.of(), true));
        Span root = spans.span("root", 0, null);
        Span background = spans.span("background", 0, root);
        end(root, 1);
        end(background, 6);

        assertThat(spans.shown).hasSize(1);
    }

    @Test
    void showsTheRootsThatAPatternNames() {
        DrawnSpans spans = new DrawnSpans(
                new TraceFilter(Duration.ZERO, List.of("http.server: * /posts/{id}", " step.nightly"), true));
        for (String root : List.of("INSERT blog.post", "http.server: GET /posts/{id}", "http.server: GET /posts",
                "step.nightly", "step.nightly.resume", "my http.server: GET /posts/{id}")) {
            Span span = spans.span(root, 0, null);
            end(spans.span("step.nightly", 1, span), 2);
            end(span, 3);
        }

        assertThat(spans.shown).extracting(tree -> tree.lines().skip(2).findFirst().orElseThrow().substring(27))
                .containsExactly("http.server: GET /posts/{id}", "step.nightly");
    }
}
