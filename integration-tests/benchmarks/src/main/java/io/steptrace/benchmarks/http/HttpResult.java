package io.steptrace.benchmarks.http;

import java.util.ArrayList;
import java.util.List;

import io.steptrace.benchmarks.served.RoundPair;

/** All that was measured with spans going the same way, over several starts of both blogs. */
final class HttpResult {

    private final List<RoundPair> pairs = new ArrayList<>();
    private final Spans measured = new Spans();
    private final Spans rival = new Spans();

    /** Pairs that count. */
    List<RoundPair> pairs() {
        return pairs;
    }

    /** Spans that reached the sink from the blog with the extension. */
    Spans measured() {
        return measured;
    }

    /** Spans that reached the sink from the blog without. */
    Spans rival() {
        return rival;
    }

    /** Spans against answers, warm-up included: what is late for one round is still in time for this. */
    static final class Spans {

        private long spans;
        private long answers;

        void add(long moreSpans, long moreAnswers) {
            spans += moreSpans;
            answers += moreAnswers;
        }

        double perAnswer() {
            return (double) spans / answers;
        }
    }
}
