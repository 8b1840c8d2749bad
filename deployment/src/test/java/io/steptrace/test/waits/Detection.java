package io.steptrace.test.waits;

import java.time.Duration;
import java.util.List;

import org.awaitility.Awaitility;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.steptrace.test.fixture.FinishedSpans;

/** The detection of waits begins a moment after the application. */
public final class Detection {

    private static final String NAP = "step.nap";
    private static final String WAIT = "job.park(timer)";

    private Detection() {
    }

    /** Waits until waits are found, and none is on its way. */
    public static void await(Sleeper sleeper, FinishedSpans spans) throws Exception {
        Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(300)).until(() -> {
            sleeper.nap();
            return spans.soFar().stream().anyMatch(span -> span.getName().equals(WAIT));
        });
        sleeper.nap();
        spans.flush();
        List<SpanData> naps = spans.soFar().stream().filter(span -> span.getName().equals(NAP)).toList();
        String last = naps.get(naps.size() - 1).getSpanId();
        // in order: those before it have been found by then
        spans.await(all -> all.stream().anyMatch(span -> span.getName().equals(WAIT) && span.getParentSpanId().equals(last)));
    }
}
