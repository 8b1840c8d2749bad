package io.steptrace.runtime.internal.stuck;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
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
            forgetWhatIsOver(traces);
            int more = track(Sighting.each(afterNanos, traces));
            say(more);
        });
    }

    private void forgetWhatIsOver(TraceAssembler traces) {
        long now = clock.nanoTime();
        for (Iterator<TrackedWork> each = tracked.values().iterator(); each.hasNext();) {
            TrackedWork work = each.next();
            if (work.isOver(traces)) {
                each.remove();
                if (work.isSaid()) {
                    log.infof("stuck work: %s - over at last after %s, trace %s", work.name(),
                            seconds(work.tookNanos(now)), traceOf(work));
                }
            }
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

    private void say(int more) {
        List<StuckWork> list = new ArrayList<>(tracked.size());
        List<Runnable> eventsToWrite = new ArrayList<>();
        for (TrackedWork each : tracked.values()) {
            long now = clock.nanoTime();
            Sighting sighting = each.latest();
            Standing standing = Standing.of(sighting, frames, owners);
            StuckWork work = StuckWork.of(sighting, each.name(), each.ageNanos(now), standing);
            list.add(work);
            if (eventsToWrite.size() < MAX_LINES && each.isDue(now)) {
                each.said(now);
                log.warnf("stuck work: %s - running for %s, %s, trace %s", work.root(), seconds(each.ageNanos(now)),
                        work.whereabouts(), work.traceId());
                eventsToWrite.add(() -> events.write(sighting, standing));
            }
        }
        works.are(List.copyOf(list), more);
        sayMore(more);
        eventsToWrite.forEach(BrokenTelemetry::guard);
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
}
