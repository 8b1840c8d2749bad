package io.steptrace.runtime.internal.wiring.sampling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.steptrace.runtime.internal.config.Choice;
import io.steptrace.runtime.internal.config.SteptraceConfig;
import io.steptrace.runtime.internal.config.SteptraceConfig.Threshold;
import io.steptrace.runtime.internal.promotion.PromotionPolicy;
import io.steptrace.runtime.internal.sampling.DecidedSpanProcessor;
import io.steptrace.runtime.internal.sampling.HeadSampler;
import io.steptrace.runtime.internal.sampling.LatencySpanProcessor;
import io.steptrace.runtime.internal.sampling.RouteWindows;
import io.steptrace.runtime.internal.sampling.SamplerSpec;
import io.steptrace.runtime.internal.sampling.SamplingTally;
import io.steptrace.runtime.internal.sampling.TailRule;
import io.steptrace.runtime.internal.sampling.TailSampler;
import io.steptrace.runtime.internal.sampling.TailSampling;
import io.steptrace.runtime.internal.settling.SettledExport;
import io.steptrace.runtime.internal.time.Clock;
import io.steptrace.runtime.internal.trace.TraceAssembler;
import io.steptrace.runtime.internal.trace.TraceLimits;
import io.steptrace.runtime.internal.trace.TraceListener;
import io.steptrace.runtime.internal.trace.ledger.Settling;

/** What sampling and promotion are made of, and share: what is usual on a route is the same for both. Thread-safe. */
public final class SamplingParts {

    private final SteptraceConfig config;
    private final Optional<SamplerSpec> spec;
    private final SamplingTally tally = new SamplingTally();
    private final RouteWindows windows;

    private final List<SpanProcessor> behindTail = new CopyOnWriteArrayList<>();

    private final Settling settling = new Settling(Clock.system());
    private final SettledExport settledExport = new SettledExport(settling);

    private volatile TraceAssembler assembler;

    SamplingParts(SteptraceConfig config) {
        this.config = config;
        this.spec = config.sampler().expression().map(SamplerSpec::parse);
        this.windows = RouteWindows.looking(config.promote().routeWindow(), Clock.system());
    }

    public SamplingTally tally() {
        return tally;
    }

    /** The sampler; empty if Quarkus' own decides. */
    Optional<Sampler> sampler() {
        return spec.map(configured -> new HeadSampler(configured, config.sampler().trustRemote(), tally));
    }

    boolean hasTail() {
        return spec.map(SamplerSpec::hasTail).orElse(false);
    }

    /** The processor as the SDK is to have it: behind the tail, if there is one and the processor looks at ends at all. */
    public SpanProcessor behindTail(SpanProcessor processor) {
        if (!hasTail() || !processor.isEndRequired()) {
            return processor;
        }
        behindTail.add(processor);
        return new DecidedSpanProcessor(processor);
    }

    /** The processor of our exporter as the SDK is to have it: spans reach it once all is known of them. */
    public SpanProcessor settled(SpanProcessor exporting) {
        return settledExport.around(exporting);
    }

    /** What is put off until the JDK has reported all waits. */
    public Settling settling() {
        return settling;
    }

    /**
     * Where local traces come together: first for the tail, if there is one, because the rest shows what it decides.
     *
     * @param exports whether spans go to our exporter
     */
    TraceAssembler assemble(boolean exports, List<TraceListener> more) {
        TraceLimits limits = new TraceLimits(config.tail().maxTraces(), config.tail().maxSpansPerTrace(),
                config.tail().maxSpans(), config.tail().decisionWait());
        List<TraceListener> listeners = new ArrayList<>();
        if (hasTail()) {
            listeners.add(new TailSampler(new TailSampling(spec.orElseThrow().tailRules(), config.tail().maxKeptPerSecond(),
                    windows, config.promote().queueWait(), config.promote().parkWait()), tally, Clock.system(), behindTail));
        }
        if (exports) {
            listeners.add(settledExport);
        }
        listeners.addAll(more);
        assembler = new TraceAssembler(limits, Clock.system(), settling, listeners);
        settledExport.assembledBy(assembler);
        return assembler;
    }

    /** Where local traces come together; null before there is an SDK. */
    public TraceAssembler assembler() {
        return assembler;
    }

    /** What the rules of the tail compare with; empty without a tail. */
    Optional<SpanProcessor> latency() {
        return hasTail() ? Optional.of(new LatencySpanProcessor(windows.latency())) : Optional.empty();
    }

    /** The sampler as the SDK is to have it: what it samples leads to its local trace. */
    Sampler assembled(Sampler sampler) {
        return assembler.sampler(sampler);
    }

    /** Decides what has waited too long. */
    void sweep() {
        TraceAssembler opened = assembler;
        if (opened != null) {
            opened.sweep();
        }
        settling.sweep();
    }

    /** Decides all that is undecided at the end of the process. */
    void decideAll() {
        TraceAssembler opened = assembler;
        settling.stop();
        if (opened != null) {
            opened.endRoots();
        }
    }

    /** Which waits become spans. */
    public PromotionPolicy promotion() {
        if (config.debugJobs()) {
            return counted(PromotionPolicy.always());
        }
        PromotionPolicy fixed = PromotionPolicy.atLeast(config.promote().queueWait(), config.promote().parkWait());
        return counted(threshold() == Threshold.FIXED ? fixed
                : PromotionPolicy.unusual(fixed, windows.queueWait(), windows.park()));
    }

    private Threshold threshold() {
        return Choice.of(Threshold.class, config.promote().threshold());
    }

    /** Percentiles are computed only where a rule asks for them. */
    private PromotionPolicy counted(PromotionPolicy policy) {
        boolean isAsked = threshold() == Threshold.ROUTE_P95
                || spec.map(SamplingParts::looksAtWaits).orElse(false);
        return isAsked ? PromotionPolicy.counting(policy, windows.queueWait(), windows.park()) : policy;
    }

    private static boolean looksAtWaits(SamplerSpec spec) {
        return spec.tailRules().stream()
                .anyMatch(rule -> rule instanceof TailRule.LongQueueWait || rule instanceof TailRule.LongPark);
    }
}
