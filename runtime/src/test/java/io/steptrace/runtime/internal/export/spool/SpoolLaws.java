package io.steptrace.runtime.internal.export.spool;

import static io.steptrace.runtime.internal.export.spool.Batches.sized;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.steptrace.runtime.internal.export.Batch;
import io.steptrace.runtime.internal.export.LossListener;
import io.steptrace.runtime.internal.export.RecordedLosses;
import io.steptrace.runtime.internal.export.SpoolFill;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** No sequence of calls loses a span uncounted or holds more than it may. */
public abstract class SpoolLaws {

    protected static final SpoolLimits NARROW = new SpoolLimits(60, 4_000);

    public enum Call {
        OFFER,
        TAKE,
        SETTLE,
        PUT_BACK,
        TAKE_BEHIND,
        REPLACE,
        DISTURB,
        REOPEN
    }

    /** A call; what it offers matters to an offer only. */
    public record Step(Call call, int spans, int bytes) {
    }

    @Provide
    Arbitrary<List<Step>> lives() {
        Arbitrary<Call> call = Arbitraries.frequency(Tuple.of(6, Call.OFFER), Tuple.of(3, Call.TAKE),
                Tuple.of(2, Call.SETTLE), Tuple.of(1, Call.PUT_BACK), Tuple.of(1, Call.TAKE_BEHIND), Tuple.of(1, Call.REPLACE),
                Tuple.of(1, Call.DISTURB), Tuple.of(1, Call.REOPEN));
        return Combinators.combine(call, Arbitraries.integers().between(0, 70), Arbitraries.integers().between(0, 4_100))
                .as(Step::new).list().ofMaxSize(60);
    }

    @Property(tries = 200)
    void everySpanIsDeliveredLostOrHeld(@ForAll("lives") List<Step> life) throws Exception {
        RecordedLosses losses = new RecordedLosses();
        Set<String> reasons = new HashSet<>(Set.of(LossListener.SPOOL_FULL));
        try (Subject subject = subject(losses)) {
            long offered = 0;
            long delivered = 0;
            Batch inFlight = null;
            for (Step step : life) {
                Spool spool = subject.spool();
                if (step.call == Call.OFFER) {
                    spool.offer(sized(step.bytes, step.spans));
                    offered += step.spans;
                } else if (step.call == Call.DISTURB) {
                    subject.disturb();
                } else if (step.call == Call.REOPEN) {
                    inFlight = subject.reopen() ? null : inFlight;
                } else if (inFlight == null) {
                    inFlight = step.call == Call.TAKE_BEHIND ? spool.takeBehind(1 + step.spans % 3) : spool.take();
                } else if (step.call == Call.SETTLE) {
                    spool.settle();
                    delivered += inFlight.spans();
                    inFlight = null;
                } else if (step.call == Call.REPLACE) {
                    int half = inFlight.spans() / 2;
                    if (2 * step.bytes > inFlight.body().length) {
                        // parts that outgrow their whole may find no room on disk, and end with the process
                        reasons.add(LossListener.SHUTDOWN);
                    }
                    spool.replace(List.of(sized(step.bytes, half), sized(step.bytes, inFlight.spans() - half)));
                    inFlight = null;
                } else if (step.call == Call.PUT_BACK) {
                    spool.putBack();
                    inFlight = null;
                }
                SpoolFill fill = subject.spool().fill();
                assertThat(delivered + losses.spans() + fill.spans()).isEqualTo(offered);
                assertThat(fill.spans()).isBetween(0L, NARROW.maxSpans());
                assertThat(fill.bytes()).isBetween(0L, subject.maxBytes());
                subject.check(fill);
            }
            assertThat(losses.all()).allMatch(loss -> reasons.contains(loss.reason()));
        }
    }

    protected abstract Subject subject(LossListener losses) throws Exception;

    /** A spool within {@link #NARROW} limits. */
    public interface Subject extends AutoCloseable {

        Spool spool();

        default long maxBytes() {
            return NARROW.maxBytes();
        }

        /** Makes what the spool stands on fail, or work again. */
        default void disturb() throws Exception {
        }

        /** @return whether this spool can be closed and opened again; then nothing is in flight any more */
        default boolean reopen() throws Exception {
            return false;
        }

        /** What else is to hold after each call. */
        default void check(SpoolFill fill) throws Exception {
        }

        @Override
        default void close() throws Exception {
            spool().close();
        }
    }
}
