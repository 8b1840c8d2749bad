package io.steptrace.traces;

import static io.opentelemetry.api.common.AttributeKey.booleanKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.steptrace.test.Trace;

/**
 * The waits of one kind that were found directly below a span. There may be further ones: a busy machine waits for its
 * disk, and for its garbage collector.
 */
public final class FoundWaits {

    private static final int MAX_FRAMES = 32;

    private final Trace trace;
    private final String span;
    private final String event;
    private final List<SpanData> waits;

    private FoundWaits(Trace trace, String span, String event) {
        this.trace = trace;
        this.span = span;
        this.event = event;
        this.waits = trace.childrenOf(trace.only(span)).stream().filter(FoundWaits::isDetected)
                .filter(wait -> event.equals(wait.getAttributes().get(stringKey("job.park.event")))).toList();
    }

    /** Those that the JDK reports by that event. */
    public static FoundWaits in(Trace trace, String span, String event) {
        return new FoundWaits(trace, span, event);
    }

    /** Whether a span is a wait that the application did not mark. */
    public static boolean isDetected(SpanData span) {
        return span.getName().startsWith("job.park(")
                && Boolean.TRUE.equals(span.getAttributes().get(booleanKey("job.park.detected")));
    }

    public FoundWaits areNone() {
        return are(0);
    }

    public FoundWaits are(int number) {
        assertThat(waits).as(() -> event + " below " + span + " in\n" + trace.drawn()).hasSize(number);
        return this;
    }

    public FoundWaits areAtLeast(int number) {
        assertThat(waits).as(() -> event + " below " + span + " in\n" + trace.drawn())
                .hasSizeGreaterThanOrEqualTo(number);
        return this;
    }

    /** Each has that cause, and the names the contract fixes. */
    public FoundWaits of(String cause) {
        assertThat(waits).extracting(SpanData::getName).allMatch(("job.park(" + cause + ")")::equals);
        assertThat(texts("job.park.cause")).allMatch(cause::equals);
        assertThat(texts("thread.name")).allMatch(name -> name != null && !name.isBlank());
        return this;
    }

    /** Each was at the one line of the class that has that code in it, or one of those, within that method. */
    public FoundWaits at(Class<?> type, String method, String... code) {
        return at(type.getName(), method, code);
    }

    /** The same for a class that the test does not see. */
    public FoundWaits at(String type, String method, String... code) {
        String function = type + "." + method;
        assertThat(texts("code.function.name")).allMatch(function::equals);
        List<Long> lines = Stream.of(code).map(line -> (long) SourceLine.of(type, line)).toList();
        assertThat(numbers("code.line.number")).allMatch(lines::contains, "one of " + lines);
        assertThat(texts("code.stacktrace")).allMatch(stack -> stack.lines().count() <= MAX_FRAMES, "at most 32 frames")
                .allMatch(stack -> stack.lines().findFirst().orElse("").contains(function), "begin with " + function);
        return this;
    }

    /** Each says what was waited for. */
    public FoundWaits forToken(String token) {
        assertThat(texts("job.park.token")).allMatch(token::equals);
        return this;
    }

    /** Each names the other end of its socket. */
    public FoundWaits from(String address, int port) {
        assertThat(texts("network.peer.address")).allMatch(address::equals);
        assertThat(numbers("network.peer.port")).allMatch(Long.valueOf(port)::equals);
        return this;
    }

    /** Together they are at least that long, which the code has slept for. */
    public FoundWaits lastAtLeast(double millis) {
        assertThat(totalMs()).isGreaterThanOrEqualTo(millis);
        return this;
    }

    /** How long they are together. */
    public double totalMs() {
        return waits.stream().mapToDouble(RecordedJob::durationMs).sum();
    }

    /** The spans themselves. */
    public List<SpanData> spans() {
        return waits;
    }

    private List<String> texts(String key) {
        return waits.stream().map(wait -> wait.getAttributes().get(stringKey(key))).toList();
    }

    private List<Long> numbers(String key) {
        return waits.stream().map(wait -> wait.getAttributes().get(longKey(key))).toList();
    }
}
