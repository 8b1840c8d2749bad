package io.steptrace.benchmarks.load;

/** Spans that reached a sink against answers, warm-up included: what is late for one round is in time for this. */
final class SpanCount {

    private long spans;
    private long answers;

    void addAnswers(long more) {
        answers += more;
    }

    void addSpans(long more) {
        spans += more;
    }

    double perAnswer() {
        return (double) spans / answers;
    }
}
