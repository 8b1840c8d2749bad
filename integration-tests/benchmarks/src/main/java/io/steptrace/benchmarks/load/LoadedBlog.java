package io.steptrace.benchmarks.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.steptrace.benchmarks.load.LoadComparison.Contestant;
import io.steptrace.benchmarks.load.LoadComparison.LoadedBuild;
import io.steptrace.benchmarks.served.ClosedLoop;
import io.steptrace.benchmarks.served.Round;
import io.steptrace.benchmarks.served.ServedBuild;
import io.steptrace.benchmarks.served.TraceSink;
import io.steptrace.benchmarks.served.Visits;
import io.vertx.core.Vertx;

/** A blog with readers of one page and a sink of its own. */
final class LoadedBlog implements LoadedBuild {

    private final Visits visits;
    private final SpanCount spans;
    private final TraceSink sink;
    private final ServedBuild build;
    private final ClosedLoop readers;

    LoadedBlog(Contestant contestant, String page, BlogLoad load, SpanCount spans, Vertx vertx) throws IOException {
        this.visits = Visits.to(page);
        this.spans = spans;
        this.sink = TraceSink.open(vertx);
        this.build = ServedBuild.start(contestant.build(), options(contestant, load));
        this.readers = new ClosedLoop(load.perSecond());
    }

    @Override
    public void awaitReady() throws InterruptedException {
        readers.awaitAnswer(build, visits);
    }

    @Override
    public Round round(Duration duration) throws InterruptedException {
        Round round = readers.round(build, visits, duration);
        spans.addAnswers(round.count());
        return round;
    }

    /** Stops it, so that the last spans arrive. */
    @Override
    public void finish() {
        close();
        spans.addSpans(sink.spans());
    }

    @Override
    public void close() {
        build.close();
        readers.close();
    }

    private List<String> options(Contestant contestant, BlogLoad load) {
        List<String> options = new ArrayList<>(contestant.options());
        if (load.isExported()) {
            options.addAll(List.of("-Dquarkus.otel.exporter.otlp.endpoint=" + sink.endpoint(),
                    "-Dquarkus.otel.exporter.otlp.protocol=http/protobuf",
                    // room for bursts: a span dropped is cheaper than a span exported
                    "-Dquarkus.otel.bsp.max.queue.size=65536"));
        }
        return options;
    }
}
