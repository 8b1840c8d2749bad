package io.steptrace.test;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.assertj.core.api.AbstractAssert;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.steptrace.ParkCause;
import io.steptrace.runtime.internal.telemetry.AttributeKeys;
import io.steptrace.runtime.internal.telemetry.SpanNames;
import io.steptrace.test.internal.drawing.Comparison;
import io.steptrace.test.internal.drawing.Drawing;
import io.steptrace.test.internal.drawing.GoldenFile;
import io.steptrace.test.internal.drawing.ShortDrawing;

/** Assertions on a trace. What fails shows the tree, and marks in it what was not expected. */
public final class TraceAssert extends AbstractAssert<TraceAssert, Trace> {

    private static final String MARK = "> ";

    TraceAssert(Trace actual) {
        super(actual, TraceAssert.class);
    }

    /**
     * The trace is drawn so: a line a span, with its name, and in brackets the status, the error, and an outcome other than
     * done. Siblings that overlap in time may stand in any order. Spans of waits are left out where the drawing has none of
     * their name: how long things wait is up to the machine.
     */
    public TraceAssert isDrawnAs(String drawing) {
        isNotNull();
        Comparison comparison = Comparison.of(Drawing.read(drawing), actual.tree());
        if (!comparison.isEqual()) {
            fail(comparison, "the trace is drawn otherwise");
        }
        return this;
    }

    /**
     * The trace says the same as {@code src/test/resources/traces/<name>.trace}: all attributes and events, with words in angle
     * brackets for what differs from run to run. Siblings and waits are compared as in {@link #isDrawnAs}. The file is written
     * with {@code -Dsteptrace.golden=update}.
     */
    public TraceAssert matchesGolden(String name) {
        isNotNull();
        GoldenFile golden = GoldenFile.of(name);
        if (GoldenFile.isUpdate()) {
            golden.write(actual.tree());
            return this;
        }
        Comparison comparison = golden.compare(actual.tree());
        if (!golden.exists()) {
            fail(comparison, "there is no " + golden + " - " + golden.remedy());
        } else if (!comparison.isEqual()) {
            fail(comparison, "the trace differs from " + golden + " - " + golden.remedy());
        }
        return this;
    }

    private void fail(Comparison comparison, String what) {
        throw failureWithActualExpected(comparison.actual(), comparison.expected(), "%s%n%n%s", what,
                comparison.difference());
    }

    /** No job of the trace waited for so long in its queue, the request for its worker included. */
    public TraceAssert waitedInQueueLessThan(Duration limit) {
        return none(span -> WaitText.isAtLeast(span.getAttributes().get(AttributeKeys.JOB_QUEUE_WAIT_MS), limit),
                "expected each job to wait for less than %s in its queue".formatted(WaitText.duration(limit)),
                span -> "%s waited for %s in %s".formatted(span.getName(),
                        WaitText.duration(span.getAttributes().get(AttributeKeys.JOB_QUEUE_WAIT_MS)),
                        span.getAttributes().get(AttributeKeys.JOB_QUEUE)));
    }

    /** No span of the trace was parked for so long altogether, waits that were detected included. */
    public TraceAssert parkedLessThan(Duration limit) {
        return none(span -> WaitText.isAtLeast(span.getAttributes().get(AttributeKeys.JOB_PARK_WAIT_MS_TOTAL), limit),
                "expected each span to be parked for less than %s".formatted(WaitText.duration(limit)),
                span -> "%s was parked for %s".formatted(span.getName(),
                        WaitText.duration(span.getAttributes().get(AttributeKeys.JOB_PARK_WAIT_MS_TOTAL))));
    }

    /** Nothing was parked for that cause: neither marked nor, from the threshold on, detected. */
    public TraceAssert hasNoPark(ParkCause cause) {
        String name = cause.name().toLowerCase(Locale.ROOT);
        return none(span -> span.getName().equals(SpanNames.PARK_PREFIX + name + ")")
                || span.getEvents().stream().map(EventData::getAttributes)
                        .anyMatch(event -> name.equals(event.get(AttributeKeys.JOB_PARK_CAUSE))),
                "expected no park for the cause " + name, WaitText::place);
    }

    /** At most so many spans have a name like that; an asterisk stands for any characters: {@code db.*}. */
    public TraceAssert hasAtMost(int n, String namePattern) {
        isNotNull();
        Pattern pattern = Pattern.compile(Stream.of(namePattern.split("\\*", -1)).map(Pattern::quote)
                .collect(Collectors.joining(".*")));
        List<SpanData> found = actual.tree().where(span -> pattern.matcher(span.getName()).matches());
        if (found.size() > n) {
            fail(found::contains, "expected at most %d spans \"%s\", but there are %d".formatted(n, namePattern, found.size()));
        }
        return this;
    }

    /** No span has the status ERROR. */
    public TraceAssert hasNoErrors() {
        return none(span -> span.getStatus().getStatusCode() == StatusCode.ERROR, "expected no errors", SpanData::getName);
    }

    /** No wait was found that the application did not mark. */
    public TraceAssert hasNoDetectedWait() {
        isNotNull();
        return none(actual.detectedWaits()::contains, "expected no wait that is not marked", WaitText::place);
    }

    /**
     * A wait for that cause, which the application did not mark, was found in a method whose name ends so: {@code Cache.load}.
     */
    public TraceAssert hasDetectedWait(ParkCause cause, String method) {
        isNotNull();
        String name = SpanNames.PARK_PREFIX + cause.name().toLowerCase(Locale.ROOT) + ")";
        if (actual.detectedWaits().stream()
                .noneMatch(wait -> wait.getName().equals(name) && WaitText.function(wait).endsWith(method))) {
            fail(actual.detectedWaits()::contains, "expected a wait " + name + " in " + method + ", but found "
                    + (actual.detectedWaits().isEmpty() ? "none"
                            : actual.detectedWaits().stream().map(WaitText::place).collect(Collectors.joining(", "))));
        }
        return this;
    }

    /** By the verdict, the trace waited altogether for less than that. */
    public TraceAssert waitedLessThan(Duration limit) {
        Verdict verdict = verdict();
        return verdict.waiting().compareTo(limit) < 0 ? this
                : failJudged("to wait for less than " + WaitText.duration(limit), verdict);
    }

    /** By the verdict, code of the trace ran for less than that. */
    public TraceAssert workedLessThan(Duration limit) {
        Verdict verdict = verdict();
        return verdict.working().compareTo(limit) < 0 ? this
                : failJudged("to work for less than " + WaitText.duration(limit), verdict);
    }

    /**
     * What begins so is among the longest waits of the verdict: {@code queue digest}, {@code lock}, {@code http.get comments}.
     */
    public TraceAssert waitedFor(String what) {
        Verdict verdict = verdict();
        return verdict.waitedFor().keySet().stream().anyMatch(wait -> wait.startsWith(what)) ? this
                : failJudged("to wait for " + what, verdict);
    }

    private Verdict verdict() {
        isNotNull();
        return actual.verdict().orElseThrow(() -> failure("there is no verdict on the trace:%n%n%s", actual.drawn()));
    }

    private TraceAssert failJudged(String what, Verdict verdict) {
        throw failure("expected the trace %s, but it worked for %s and waited for %s: %s%n%n%s", what,
                WaitText.duration(verdict.working()), WaitText.duration(verdict.waiting()),
                verdict.waitedFor().entrySet().stream()
                        .map(wait -> wait.getKey() + " " + WaitText.duration(wait.getValue()))
                        .collect(Collectors.joining(", ")),
                actual.drawn());
    }

    private TraceAssert none(Predicate<SpanData> unexpected, String expectation, Function<SpanData, String> words) {
        isNotNull();
        List<SpanData> found = actual.tree().where(unexpected);
        if (!found.isEmpty()) {
            fail(found::contains, expectation + ", but " + found.stream().map(words).collect(Collectors.joining(", ")));
        }
        return this;
    }

    private void fail(Predicate<SpanData> marked, String what) {
        throw failure("%s%n%n%s", what, ShortDrawing.of(actual.tree()).marked(MARK, marked));
    }
}
