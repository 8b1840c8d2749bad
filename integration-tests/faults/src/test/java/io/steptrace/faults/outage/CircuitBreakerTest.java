package io.steptrace.faults.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.steptrace.collector.Behaviour;
import io.steptrace.collector.Collector;
import io.steptrace.collector.ReceivedRequest;
import io.steptrace.faults.ByHand;
import io.steptrace.faults.CollectorResource;
import io.steptrace.faults.LossAccount;
import io.steptrace.faults.SpanMaker;
import io.steptrace.runtime.internal.export.BreakerState;
import io.steptrace.runtime.internal.export.ExportStatus;
import io.steptrace.runtime.internal.export.guard.SmallRyeExportGuard;

/** The timeline of an outage: when requests leave, and how many. */
@QuarkusTest
@TestProfile(ByHand.class)
@WithTestResource(CollectorResource.class)
class CircuitBreakerTest {

    private static final Duration RESET_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    Collector collector;

    @Inject
    SpanMaker spans;

    @Inject
    ExportStatus status;

    @Inject
    CircuitBreakerMaintenance breakers;

    LossAccount account;

    @BeforeEach
    void begin() {
        account = LossAccount.from(status);
        collector.forget();
    }

    @AfterEach
    void recover() {
        collector.always(Behaviour.accept());
        account.awaitEmptySpool();
        await().atMost(PATIENCE).until(() -> status.breaker() == BreakerState.CLOSED);
    }

    @Test
    void opensAfterFiveFailedAttemptsInARow() {
        collector.next(failures(4));
        spans.batchOf(1);
        account.awaitEmptySpool();
        assertThat(status.breaker()).isEqualTo(BreakerState.CLOSED);

        collector.always(Behaviour.status(503));
        spans.batchOf(1);
        await().atMost(PATIENCE).until(() -> status.breaker() == BreakerState.OPEN);

        assertThat(collector.requests()).as("four that failed, one that did not, five that failed").hasSize(10);
        assertThat(breakers.currentState(SmallRyeExportGuard.BREAKER)).isEqualTo(CircuitBreakerState.OPEN);
    }

    @Test
    void holdsNoConnectionWhileItIsOpen() {
        collector.always(Behaviour.status(503));
        spans.batchOf(1);
        await().atMost(PATIENCE).until(() -> status.breaker() == BreakerState.OPEN);

        collector.awaitOpenConnections(0);

        assertThat(status.breaker()).isEqualTo(BreakerState.OPEN);
    }

    @Test
    void sendsOneTrialAtATimeHoweverManyBatchesWait() {
        collector.always(Behaviour.status(503));
        List<Set<String>> batches = new ArrayList<>(List.of(spans.batchOf(1)));
        await().atMost(PATIENCE).until(() -> status.breaker() == BreakerState.OPEN);
        for (int i = 0; i < 20; i++) {
            batches.add(spans.batchOf(3));
        }
        await().atMost(PATIENCE).until(() -> status.breaker() == BreakerState.HALF_OPEN || collector.requests().size() > 5);
        // a burst at the moment of the trial
        for (int i = 0; i < 200; i++) {
            batches.add(spans.batchOf(1));
        }
        collector.awaitRequests(7);

        List<ReceivedRequest> requests = collector.requests();
        for (int trial = 5; trial < requests.size(); trial++) {
            assertThat(Duration.ofNanos(requests.get(trial).nanoTime() - requests.get(trial - 1).nanoTime()))
                    .as("before trial %d", trial).isGreaterThanOrEqualTo(RESET_TIMEOUT.minusMillis(50));
        }
        assertThat(account.lost()).isEmpty();

        collector.always(Behaviour.accept());
        account.awaitEmptySpool();

        assertThat(status.breaker()).isEqualTo(BreakerState.CLOSED);
        assertThat(account.lost()).isEmpty();
        assertEachDeliveredOnceInOrder(batches);
    }

    @Test
    void recoversWithoutAnyNewSpan() {
        collector.stop();
        Set<String> made = spans.batchOf(5);
        await().atMost(PATIENCE).until(() -> status.breaker() == BreakerState.OPEN);
        assertThat(status.fill().spans()).isEqualTo(5);

        collector.start();

        collector.awaitSpans(made);
        assertThat(collector.deliveries().values()).containsOnly(1);
    }

    private void assertEachDeliveredOnceInOrder(List<Set<String>> batches) {
        List<Set<String>> accepted = collector.requests().stream().filter(request -> request.status() == 200)
                .map(request -> (Set<String>) new HashSet<>(request.spanIds())).toList();
        assertThat(accepted).isEqualTo(batches);
    }

    private static Behaviour[] failures(int count) {
        Behaviour[] failures = new Behaviour[count];
        Arrays.fill(failures, Behaviour.status(503));
        return failures;
    }
}
