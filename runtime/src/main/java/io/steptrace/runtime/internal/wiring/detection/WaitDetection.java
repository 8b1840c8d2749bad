package io.steptrace.runtime.internal.wiring.detection;

import java.time.Duration;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.steptrace.runtime.internal.config.SteptraceConfig;
import io.steptrace.runtime.internal.context.RunningThread;
import io.steptrace.runtime.internal.trace.ledger.DetectedWaitSink;
import io.steptrace.runtime.internal.trace.ledger.LongRuns;
import io.steptrace.runtime.internal.trace.ledger.Settling;
import io.steptrace.runtime.internal.trace.ledger.WaitReports;
import io.steptrace.runtime.internal.waits.ApplicationCode;
import io.steptrace.runtime.internal.waits.jfr.WaitStream;
import io.steptrace.runtime.internal.waits.jfr.WaitStreamSettings;
import io.steptrace.runtime.internal.wiring.sampling.SamplingParts;

/** The stream of waits, as long as the application runs, and what it is connected with. */
@Singleton
public class WaitDetection {

    /** Shorter waits are too many, and seldom what made a request slow. */
    private static final Duration SHORTEST = Duration.ofMillis(1);

    private final boolean isOn;
    private final Duration threshold;
    private final Settling settling;
    private final WaitReports reports;
    private final WaitStream stream;

    public WaitDetection(SteptraceConfig config, SamplingParts sampling, ApplicationCode code) {
        this.isOn = config.detect().waits();
        this.threshold = config.promote().parkWait().compareTo(SHORTEST) > 0 ? config.promote().parkWait() : SHORTEST;
        this.settling = sampling.settling();
        this.reports = new WaitReports(settling, WaitDetection::runsCode);
        this.stream = new WaitStream(new WaitStreamSettings(threshold, config.detect().stackDepth(), code), reports);
    }

    /** Whether a thread runs the code of a trace just now: then a wait of its may be part of that. */
    private static boolean runsCode(long threadId) {
        return RunningThread.all().anyMatch(each -> each.thread().getId() == threadId && each.current() != null);
    }

    /** Where runs are remembered in which waits may be found. */
    public LongRuns longRuns(DetectedWaitSink sink) {
        return isOn ? reports.longRuns(threshold.toNanos(), sink, stream::unexplained) : LongRuns.NONE;
    }

    /** How many waits, and stretches of code that could hold one, found no room. */
    public long dropped() {
        return reports.dropped();
    }

    /** Not before the application is up: it takes a second, on a thread of its own. */
    void start(@Observes StartupEvent start) {
        if (isOn) {
            settling.begin();
            stream.start();
        }
    }

    void stop(@Observes ShutdownEvent stop) {
        if (isOn) {
            stream.close();
        }
    }
}
