package io.steptrace.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.jboss.logmanager.ExtLogRecord;

import io.opentelemetry.api.common.AttributeKey;
import io.steptrace.test.Trace;

/** What the application logs, each line with its place in the code and the ids its log context had. */
final class LoggedLines extends Handler {

    private static final String APPLICATION = "io.steptrace.features";
    private static final AttributeKey<String> CODE = AttributeKey.stringKey("code.function.name");

    private final List<Line> lines = new CopyOnWriteArrayList<>();

    private LoggedLines() {
        setLevel(Level.ALL);
    }

    static LoggedLines collecting() {
        LoggedLines lines = new LoggedLines();
        Logger.getLogger(APPLICATION).addHandler(lines);
        return lines;
    }

    /**
     * Asserts that these lines, and no other of them that name this, were logged under the spans of the methods that logged
     * them.
     */
    void assertLoggedWithin(Trace trace, String named, String... places) {
        List<Line> logged = lines.stream().filter(line -> line.message().contains(named)).toList();
        assertThat(logged).extracting(Line::place).containsExactlyInAnyOrder(places);
        assertThat(logged).allSatisfy(line -> {
            assertThat(line.traceId()).isEqualTo(trace.spans().get(0).getTraceId());
            assertThat(trace.spans()).filteredOn(span -> span.getSpanId().equals(line.spanId()))
                    .extracting(span -> span.getAttributes().get(CODE))
                    .singleElement().asString().isEqualTo(APPLICATION + "." + line.place());
        });
    }

    @Override
    public void publish(LogRecord logged) {
        ExtLogRecord line = ExtLogRecord.wrap(logged);
        lines.add(new Line(line.getFormattedMessage(), place(line), line.getMdc("traceId"), line.getMdc("spanId")));
    }

    /** A lambda is part of the method it stands in. */
    private static String place(LogRecord line) {
        String method = line.getSourceMethodName();
        String[] parts = method.split("\\$");
        return line.getSourceClassName().substring(APPLICATION.length() + 1) + "."
                + (method.startsWith("lambda$") ? parts[1] : method);
    }

    @Override
    public void flush() {
        // nothing is held back
    }

    @Override
    public void close() {
        Logger.getLogger(APPLICATION).removeHandler(this);
    }

    private record Line(String message, String place, String traceId, String spanId) {
    }
}
