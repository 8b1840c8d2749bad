package io.steptrace.runtime.internal.console;

import static io.steptrace.runtime.internal.console.DrawnSpans.end;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;

class TraceConsoleTest {

    private final DrawnSpans spans = new DrawnSpans(TraceFilter.NONE);
    private final List<String> shown = spans.shown;

    @Test
    void drawsATraceWhenAllOfItHasEnded() {
        Span root = span("GET /posts/{id}", 0, null);
        root.setAttribute("http.response.status_code", 200L);
        Span step = span("step.load_post", 1, root);
        Span effect = span("db.get blog_post", 2, step);
        end(effect, 5);
        step.setAttribute("job.queue", "effects").setAttribute("job.queue_wait_ms", 0.25).setAttribute("job.park_count", 2L)
                .setAttribute("job.park_wait_ms_total", 1.5).setAttribute("job.run_active_ms", 3.0);
        end(step, 6);
        Span render = span("step.render_page", 7, root);
        render.setStatus(StatusCode.ERROR);
        render.setAttribute("error.type", "java.lang.IllegalStateException").setAttribute("error.origin", "system");
        end(render, 8);
        assertThat(shown).isEmpty();
        end(root, 10);

        assertThat(shown).containsExactly(
                """
                        trace %s
                        GET /posts/{id}  10 ms = 10 working
                              +0.00      10.00 ms  GET /posts/{id}  [200]
                              +1.00       5.00 ms  ├─ step.load_post  [waited 0.25 ms in queue effects, parked 2x 1.50 ms, 5.00 ms = 5.00 working]
                              +2.00       3.00 ms  │  └─ db.get blog_post
                              +7.00       1.00 ms  └─ step.render_page  [ERROR java.lang.IllegalStateException]"""
                        .formatted(root.getSpanContext().getTraceId()));
    }

    @Test
    void waitsForWorkThatOutlivesTheRoot() {
        Span root = span("root", 0, null);
        Span background = span("step.background", 1, root);
        end(root, 2);
        assertThat(shown).isEmpty();
        end(background, 9);
        assertThat(shown).hasSize(1);
        assertThat(shown.get(0)).contains("└─ step.background");
    }

    @Test
    void showsTheOldestUnfinishedTraceWhenThereAreTooMany() {
        Span leaking = span("leaking", 0, null);
        end(span("child", 1, leaking), 2);
        for (int i = 0; i < DrawnSpans.LIMITS.maxTraces(); i++) {
            span("also leaking", 3, null);
        }
        assertThat(shown).hasSize(1);
        assertThat(shown.get(0)).contains("child").endsWith("(1 spans have not ended yet)");
    }

    @Test
    void countsSpansBeyondTheBound() {
        Span root = span("root", 0, null);
        for (int i = 0; i < DrawnSpans.LIMITS.maxSpansPerTrace(); i++) {
            end(span("child", 1, root), 2);
        }
        end(root, 3);
        assertThat(shown).hasSize(1);
        assertThat(shown.get(0)).endsWith("(1 more spans)");
    }

    private Span span(String name, long atMillis, Span parent) {
        return spans.span(name, atMillis, parent);
    }
}
