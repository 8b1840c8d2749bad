package io.steptrace.waits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.junit.QuarkusTest;
import io.steptrace.test.Trace;
import io.steptrace.traces.FoundWaits;
import io.steptrace.traces.RecordedJob;
import io.steptrace.waits.background.Messenger;
import io.steptrace.waits.background.NightWatch;
import io.steptrace.waits.background.PostOffice;

/** Threads other than that of a request. */
@QuarkusTest
class BackgroundWaitsTest extends WaitingApplication {

    private static final String SLEEP = "jdk.ThreadSleep";

    private static boolean isVisited;

    @Inject
    Scheduler scheduler;

    @BeforeEach
    void beginsAllWorkOnce() {
        awaitDetection();
        if (!isVisited) {
            scheduler.resume();
            Stream.of("queued", "task", "letter").forEach(page -> visit("/background/" + page));
            isVisited = true;
        }
    }

    @Test
    void findsTheSleepOfAQueuedStep() {
        Trace trace = traceOf("step.sort_letters");
        FoundWaits.in(trace, "step.sort_letters", SLEEP).are(1).of("timer")
                .at(PostOffice.class, "sort", "Thread.sleep(SORTING_MS)").lastAtLeast(59);
        RecordedJob job = RecordedJob.of(trace, "step.sort_letters");
        assertThat(job.sumOfPartsMs()).isCloseTo(job.spanMs(), within(0.01));
        assertThat(job.parkWaitMs()).isBetween(59.0, job.spanMs());
    }

    @Test
    void findsTheSleepOfATaskBelowTheStepThatSubmittedIt() {
        Trace trace = traceOf("step.send_errand");
        FoundWaits.in(trace, "step.send_errand", SLEEP).are(1).of("timer")
                .at(PostOffice.class, "run", "Thread.sleep(ERRAND_MS)").lastAtLeast(69);
        // the thread of the request may work while that of the task sleeps
        assertThat(Laws.verdictMs(trace, "waiting") + Laws.verdictMs(trace, "working")).isGreaterThanOrEqualTo(69);
        assertThat(Laws.verdictMs(trace, "waiting")).isPositive();
    }

    @Test
    void findsTheSleepOfAConsumer() {
        Trace trace = traceOf("step.read_letter");
        FoundWaits.in(trace, "step.read_letter", SLEEP).are(1).of("timer")
                .at(Messenger.class, "read", "Thread.sleep(READING_MS)").lastAtLeast(49);
    }

    @Test
    void findsTheSleepOfAScheduledStep() {
        Trace trace = traceOf("step.make_round");
        scheduler.pause();
        FoundWaits.in(trace, "step.make_round", SLEEP).are(1).of("timer")
                .at(NightWatch.class, "makeRound", "Thread.sleep(ROUND_MS)").lastAtLeast(49);
        assertThat(Laws.verdictMs(trace, "waiting")).isGreaterThanOrEqualTo(49);
    }
}
