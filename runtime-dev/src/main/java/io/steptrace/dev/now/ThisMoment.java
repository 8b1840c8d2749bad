package io.steptrace.dev.now;

import java.util.Comparator;
import java.util.List;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

import io.steptrace.dev.advice.QueueAdvice;
import io.steptrace.dev.answer.BreakerNow;
import io.steptrace.dev.answer.Now;
import io.steptrace.dev.answer.PoolNow;
import io.steptrace.dev.answer.QueueNow;
import io.steptrace.dev.answer.SpoolNow;
import io.steptrace.dev.answer.WorkNow;
import io.steptrace.dev.drawing.CodeLines;
import io.steptrace.dev.drawing.RootName;
import io.steptrace.dev.finished.DevTraces;
import io.steptrace.runtime.internal.config.ByteSize;
import io.steptrace.runtime.internal.config.ExportConfig;
import io.steptrace.runtime.internal.config.SteptraceConfig;
import io.steptrace.runtime.internal.export.ExportStatus;
import io.steptrace.runtime.internal.export.SpoolFill;
import io.steptrace.runtime.internal.pool.ObservedPools;
import io.steptrace.runtime.internal.pool.PoolGauge;
import io.steptrace.runtime.internal.queue.BoundedJobQueue;
import io.steptrace.runtime.internal.queue.JobQueues;
import io.steptrace.runtime.internal.queue.QueueLoad;
import io.steptrace.runtime.internal.stuck.ApplicationFrames;
import io.steptrace.runtime.internal.stuck.RunningWorks;
import io.steptrace.runtime.internal.stuck.StuckWork;
import io.steptrace.runtime.internal.stuck.StuckWorks;
import io.steptrace.runtime.internal.text.BoundedText;
import io.steptrace.runtime.internal.text.EnumName;
import io.steptrace.runtime.internal.waits.ApplicationCode;
import io.steptrace.runtime.internal.wiring.sampling.SamplingParts;

/** Looks at queues, pools, work and export each time it is asked. Thread-safe. */
@Singleton
public class ThisMoment {

    /** Of what is running, the oldest. */
    private static final int MAX_RUNNING = 64;

    private final DevTraces traces;
    private final JobQueues queues;
    private final StuckWorks stuck;
    private final RunningWorks running;
    private final Instance<ExportStatus> export;
    private final ExportConfig.Spool spool;

    public ThisMoment(DevTraces traces, JobQueues queues, StuckWorks stuck, SamplingParts sampling, ApplicationCode code,
            Instance<ExportStatus> export, SteptraceConfig config) {
        this.traces = traces;
        this.queues = queues;
        this.stuck = stuck;
        this.running = new RunningWorks(sampling::assembler, new ApplicationFrames(code::contains));
        this.export = export;
        this.spool = config.export().spool();
    }

    public Now now() {
        return new Now(queues(), pools(), stuck(), running(), breaker(), spool());
    }

    /** By name. */
    public List<QueueNow> queues() {
        return queues.all().stream().sorted(Comparator.comparing(BoundedJobQueue::name)).map(this::queue).toList();
    }

    private QueueNow queue(BoundedJobQueue queue) {
        QueueLoad load = queue.load();
        QueueAdvice advice = traces.recent().onQueue(queue.name(), load.concurrency());
        return new QueueNow(queue.name(), load.running(), load.concurrency(), load.waiting(), load.capacity(),
                advice.p95WaitNanos(), advice.text());
    }

    /** By name. */
    public List<PoolNow> pools() {
        return ObservedPools.list().stream().sorted(Comparator.comparing(PoolGauge::name))
                .map(pool -> new PoolNow(BoundedText.name(pool.name()), pool.inUse(), pool.max(), pool.waiting())).toList();
    }

    public List<WorkNow> stuck() {
        return stuck.list().stream().map(ThisMoment::work).toList();
    }

    /** The oldest first. */
    public List<WorkNow> running() {
        return running.list(MAX_RUNNING).stream().map(ThisMoment::work).toList();
    }

    private static WorkNow work(StuckWork work) {
        String name = work.step() == null ? RootName.of(work.root()) : RootName.of(work.root()) + " > " + work.step();
        return new WorkNow(work.isRequest() ? "request" : "work", BoundedText.name(name),
                work.age().toNanos(), work.thread(), work.place() == null ? null : CodeLines.place(work.place()),
                work.owner(), work.traceId());
    }

    private BreakerNow breaker() {
        return isExporting() ? new BreakerNow(EnumName.of(export.get().breaker())) : null;
    }

    private SpoolNow spool() {
        if (!isExporting()) {
            return null;
        }
        SpoolFill fill = export.get().fill();
        return new SpoolNow(export.get().heldIn(), fill.spans(), spool.maxSpans(), fill.bytes(),
                spool.maxBytes().map(ByteSize::of).orElse(null), export.get().tally().lostInAll());
    }

    private boolean isExporting() {
        return export.isResolvable() && export.get().target() != null;
    }
}
