package io.steptrace.runtime.internal.stuck;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

import org.jboss.logging.Logger;

import io.opentelemetry.sdk.trace.ReadableSpan;
import io.steptrace.runtime.internal.telemetry.BrokenTelemetry;
import io.steptrace.runtime.internal.telemetry.EventWriter;
import io.steptrace.runtime.internal.time.Clock;
import io.steptrace.runtime.internal.trace.TraceAssembler;

/**
 * Says of jobs and requests that have been running for too long where they stand, while they do: one line for each local
 * trace, again whenever its age has doubled, and one when it is over. Confined to one thread, which looks about once a second.
 * <p>
 * What runs for long by nature is not stuck: a root whose response has begun is not looked at any longer, and one without a
 * thread is said once.
 */
public final class Witness {

    static final int MAX_TRACKED = 64;
    /** Of these; the rest is for what holds a thread. */
    static final int MAX_WITHOUT_THREAD = 32;
    static final int MAX_LINES = 8;

    private final long afterNanos;
    private final Clock clock;
    private final Supplier<TraceAssembler> assembler;
    private final ApplicationFrames frames;
    private final LockOwners owners;
    private final StuckEvents events;
    private final StuckWorks works;
    private final Logger log;
    private final Map<ReadableSpan, TrackedWork> tracked = new LinkedHashMap<>();
    private int moreSaid;

    /**
     * @param after how long work runs before it is stuck, more than zero
     * @param assembler where the local traces come together; {@code null} as long as there is none
     * @param frames which frames are the application's
     * @param works where the rest of the process can read what is stuck
     */
    public Witness(Duration after, Clock clock, Supplier<TraceAssembler> assembler, ApplicationFrames frames,
            EventWriter writer, StuckWorks works, Logger log) {
        this.afterNanos = after.toNanos();
        this.clock = clock;
        this.assembler = assembler;
        this.frames = frames;
        this.owners = new LockOwners(frames);
        this.events = new StuckEvents(writer);
        this.works = works;
        this.log = log;
    }

    /** Looks at what is running now; throws nothing. */
    public void look() {
        BrokenTelemetry.guard(() -> {
            TraceAssembler traces = assembler.get();
            List<TrackedWork> over = forgetWhatIsOver(traces);
            long now = clock.nanoTime();
            int more = track(Sighting.each(afterNanos, traces));
            List<Finding> found = tracked.values().stream().map(this::find).toList();
            // before any line is written: who reads one may ask at once
            works.are(found.stream().map(Finding::work).toList(), more);
            over.forEach(work -> sayOver(work, now));
            say(found);
            sayMore(more);
        });
    }

    private List<TrackedWork> forgetWhatIsOver(TraceAssembler traces) {
        List<TrackedWork> over = tracked.values().stream().filter(work -> work.isOver(traces)).toList();
        tracked.values().removeAll(over);
        return over;
    }

    private void sayOver(TrackedWork work, long nowNanos) {
        if (work.isSaid()) {
            log.infof("stuck work: %s - over at last after %s, trace %s", work.name(), seconds(work.tookNanos(nowNanos)),
                    traceOf(work));
        }
    }

    /** Returns how many there are beyond those that can be tracked. */
    private int track(Map<ReadableSpan, Sighting> seen) {
        long now = clock.nanoTime();
        int more = 0;
        int withoutThread = (int) tracked.values().stream().filter(work -> !work.hasThread()).count();
        for (Sighting sighting : seen.values()) {
            TrackedWork known = tracked.get(sighting.subject());
            if (known != null) {
                known.seen(sighting);
            } else if (tracked.size() >= MAX_TRACKED || sighting.running() == null && withoutThread >= MAX_WITHOUT_THREAD) {
                more++;
            } else {
                withoutThread += sighting.running() == null ? 1 : 0;
                tracked.put(sighting.subject(), new TrackedWork(sighting, afterNanos, now));
            }
        }
        tracked.values().forEach(TrackedWork::forgetThread);
        return more;
    }

    private Finding find(TrackedWork each) {
        Sighting sighting = each.latest();
        Standing standing = Standing.of(sighting, frames, owners);
        return new Finding(each, sighting, standing,
                StuckWork.of(sighting, each.name(), each.ageNanos(clock.nanoTime()), standing));
    }

    private void say(List<Finding> found) {
        List<Finding> said = new ArrayList<>();
        for (Finding each : found) {
            long now = clock.nanoTime();
            if (said.size() < MAX_LINES && each.tracked().isDue(now)) {
                each.tracked().said(now);
                StuckWork work = each.work();
                log.warnf("stuck work: %s - running for %s, %s, trace %s", work.root(), seconds(each.tracked().ageNanos(now)),
                        work.whereabouts(), work.traceId());
                said.add(each);
            }
        }
        said.forEach(each -> BrokenTelemetry.guard(() -> events.write(each.sighting(), each.standing())));
    }

    /** Said again whenever it has doubled. */
    private void sayMore(int more) {
        if (more > 0 && more >= 2 * moreSaid) {
            log.warnf("stuck work: %d more have been running for more than %s", more, seconds(afterNanos));
            moreSaid = more;
        } else if (more == 0) {
            moreSaid = 0;
        }
    }

    private static String traceOf(TrackedWork work) {
        return work.latest().subject().getSpanContext().getTraceId();
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.1f s", nanos / 1e9);
    }

    /** Where a work stands. */
    private record Finding(TrackedWork tracked, Sighting sighting, Standing standing, StuckWork work) {
    }
}
