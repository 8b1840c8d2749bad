package io.steptrace.faults.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.steptrace.collector.ReceivedRequest;
import io.steptrace.collector.grpc.GrpcBehaviour;
import io.steptrace.faults.ExportContract;
import io.steptrace.faults.MadeSpans;
import io.vertx.grpc.common.GrpcStatus;

/** Each answer of a gRPC collector and what the application makes of it. Needs the credential and a timeout of a second. */
abstract class GrpcContract extends ExportContract<GrpcBehaviour> {

    static final String CREDENTIAL = "correct-horse-battery";

    static final String HEADERS = "authorization=Bearer " + CREDENTIAL;

    private static final String WORDS = "too old for Bearer " + CREDENTIAL;

    private static final Duration RETRY_DELAY = Duration.ofMillis(700);

    @AfterEach
    void logsNoCredential() {
        assertThat(log.all()).noneMatch(line -> line.contains(CREDENTIAL));
    }

    @Test
    void repeatsUnavailableUntilItIsAccepted() {
        collector.next(unavailable(), unavailable());

        assertThat(afterDelivery(makeOne())).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource(value = GrpcStatus.class, names = { "UNAUTHENTICATED", "PERMISSION_DENIED" })
    void keepsWhatIsRefusedUntilTheConfigurationIsMended(GrpcStatus status) {
        collector.next(GrpcBehaviour.status(status, WORDS));

        assertThat(afterDelivery(makeOne())).hasSize(2);
        assertThat(export.tally().lost()).doesNotContainKey(status.name());
    }

    @Test
    void repeatsUnavailableWithAnyMessage() {
        collector.next(GrpcBehaviour.statusWithBareMessage(GrpcStatus.UNAVAILABLE, "queue 100% full"));

        assertThat(afterDelivery(makeOne())).hasSize(2);
    }

    @Test
    void losesAnInvalidArgumentWithoutRepeatingIt() {
        collector.next(GrpcBehaviour.status(GrpcStatus.INVALID_ARGUMENT, WORDS));

        assertLost("INVALID_ARGUMENT");
    }

    @Test
    void repeatsExhaustedResourcesAfterTheDelayAskedFor() {
        collector.next(GrpcBehaviour.exhausted(RETRY_DELAY));

        List<ReceivedRequest> requests = afterDelivery(makeOne());

        assertThat(requests).hasSize(2);
        assertThat(requests.get(1).nanoTime() - requests.get(0).nanoTime()).isGreaterThanOrEqualTo(RETRY_DELAY.toNanos());
    }

    @Test
    void losesExhaustedResourcesWithoutADelay() {
        collector.next(GrpcBehaviour.status(GrpcStatus.RESOURCE_EXHAUSTED, WORDS));

        assertLost("RESOURCE_EXHAUSTED");
    }

    @Test
    void countsAsLostWhatAPartialSuccessRejects() {
        collector.next(GrpcBehaviour.partialSuccess(1, WORDS));
        long delivered = export.tally().delivered();

        List<String> made = MadeSpans.by(tracer, 4);

        awaitLoss("rejected", 1);
        await().until(() -> export.tally().delivered() == delivered + 3);
        assertThat(made).containsAll(collector.deliveries().keySet());
        assertThat(collector.deliveries()).hasSize(3);
        assertThat(collector.deliveries().values()).containsOnly(1);
        await().until(() -> log.ofExport().stream()
                .anyMatch(line -> line.contains("but for 1 of its spans: too old for ***")));
    }

    @Test
    void repeatsWhatIsNotAnsweredInTime() {
        collector.next(GrpcBehaviour.stall());

        assertThat(afterDelivery(makeOne())).hasSize(2);
    }

    @Test
    void repeatsWhatWasReset() {
        collector.next(GrpcBehaviour.reset());

        assertThat(afterDelivery(makeOne())).hasSize(2);
        assertThat(log.all()).isEmpty();
    }

    @Test
    void cannotKnowThatASpanWasAcceptedWhoseAnswerWasLost() {
        collector.next(GrpcBehaviour.resetAfterAccepting());

        String span = makeOne();

        await().until(() -> collector.deliveries().getOrDefault(span, 0) == 2);
    }

    /** The span of this call is lost for that reason, and those after it are not. */
    private void assertLost(String reason) {
        String lost = makeOne();

        awaitLoss(reason, 1);
        afterDelivery(makeOne());
        assertThat(requestsWith(lost)).hasSize(1);
        assertThat(collector.deliveries()).doesNotContainKey(lost);
    }

    /** The requests it took to deliver the span exactly once. */
    private List<ReceivedRequest> afterDelivery(String span) {
        collector.awaitSpans(List.of(span));
        await().until(() -> export.fill().batches() == 0);
        assertThat(collector.deliveries()).containsEntry(span, 1);
        return requestsWith(span);
    }

    private static GrpcBehaviour unavailable() {
        return GrpcBehaviour.status(GrpcStatus.UNAVAILABLE, "gone fishing");
    }
}
