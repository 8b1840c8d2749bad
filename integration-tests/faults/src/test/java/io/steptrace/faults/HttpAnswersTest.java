package io.steptrace.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.steptrace.collector.Behaviour;
import io.steptrace.collector.Collector;
import io.steptrace.collector.ReceivedRequest;
import io.steptrace.runtime.internal.export.ExportStatus;

/** What becomes of a batch for each way a collector may answer over HTTP. */
@QuarkusTest
@TestProfile(ByHand.class)
@WithTestResource(CollectorResource.class)
class HttpAnswersTest {

    Collector collector;

    @Inject
    SpanMaker spans;

    @Inject
    ExportStatus status;

    LossAccount account;

    @BeforeEach
    void begin() {
        account = LossAccount.from(status);
        account.awaitEmptySpool();
        collector.forget();
    }

    @Test
    void sendsABatchOnceIfItIsAccepted() {
        Set<String> made = spans.batchOf(7);

        assertDeliveredOnce(made, 1);
    }

    @ParameterizedTest
    @ValueSource(ints = { 429, 502, 503, 504 })
    void repeatsWhatIsOnlyRefusedForNow(int answer) {
        collector.next(Behaviour.status(answer), Behaviour.status(answer));

        Set<String> made = spans.batchOf(7);

        assertDeliveredOnce(made, 3);
    }

    @ParameterizedTest
    @ValueSource(ints = { 400, 404, 500, 501 })
    void countsWhatIsRefusedForGood(int answer) {
        collector.next(Behaviour.status(answer));

        Set<String> made = spans.batchOf(7);

        assertLost(made, String.valueOf(answer));
    }

    @ParameterizedTest
    @ValueSource(ints = { 401, 403, 407 })
    void keepsWhatIsRefusedUntilTheConfigurationIsMended(int answer) {
        collector.next(Behaviour.status(answer), Behaviour.status(answer));

        Set<String> made = spans.batchOf(7);

        assertDeliveredOnce(made, 3);
    }

    @ParameterizedTest
    @ValueSource(ints = { 100, 102, 103, 199 })
    void waitsForTheFinalAnswer(int interim) {
        collector.next(Behaviour.interim(interim));

        Set<String> made = spans.batchOf(7);

        assertDeliveredOnce(made, 1);
    }

    @Test
    void followsNoRedirect() {
        collector.next(Behaviour.redirect(collector.url()));

        Set<String> made = spans.batchOf(7);
        account.awaitEmptySpool();

        assertThat(account.lost().values()).containsExactly(7L);
        assertThat(collector.requests()).hasSize(1);
        assertThat(collector.deliveries()).doesNotContainKeys(made.toArray(String[]::new));
    }

    @Test
    void repeatsAfterAResetBeforeTheRequestWasRead() {
        collector.next(Behaviour.resetBeforeReading(), Behaviour.resetMidBody());

        Set<String> made = spans.batchOf(7);

        account.awaitEmptySpool();
        assertDeliveries(made, 1);
        assertThat(account.lost()).isEmpty();
        assertThat(account.delivered()).isEqualTo(7);
    }

    @Test
    void deliversTwiceIfOnlyTheAnswerWasLost() {
        collector.next(Behaviour.resetAfterAccepting());

        Set<String> made = spans.batchOf(7);

        assertDeliveredTwice(made);
    }

    @Test
    void givesUpACollectorThatStalls() {
        collector.next(Behaviour.stall());

        Set<String> made = spans.batchOf(7);

        assertDeliveredOnce(made, 2);
        assertThat(gap(0, 1)).isGreaterThanOrEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void givesUpAnAnswerThatTricklesInForEver() {
        collector.next(Behaviour.trickle(Duration.ofMillis(100)));

        Set<String> made = spans.batchOf(7);

        assertDeliveredTwice(made);
    }

    @Test
    void readsNoEndlessAnswer() {
        collector.next(Behaviour.endlessBody());

        Set<String> made = spans.batchOf(7);

        assertDeliveredOnce(made, 1);
        collector.awaitOpenConnections(0);
    }

    @Test
    void takesGarbageWithAGoodStatusForAcceptance() {
        collector.next(Behaviour.garbage(), Behaviour.html());

        Set<String> made = spans.batchOf(3);
        account.awaitEmptySpool();
        made.addAll(spans.batchOf(4));

        assertDeliveredOnce(made, 2);
    }

    @Test
    void countsWhatAPartialSuccessRejects() {
        collector.next(Behaviour.partialSuccess(2, "too old"));

        spans.batchOf(7);
        account.awaitEmptySpool();

        assertThat(collector.requests()).hasSize(1);
        assertThat(account.lost()).isEqualTo(Map.of("rejected", 2L));
        assertThat(account.delivered()).isEqualTo(5);
        assertThat(collector.deliveries()).hasSize(5);
    }

    @Test
    void waitsAsLongAsRetryAfterAsks() {
        collector.next(Behaviour.status(429, Map.of("Retry-After", "1")));

        Set<String> made = spans.batchOf(7);

        assertDeliveredOnce(made, 2);
        assertThat(gap(0, 1)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void waitsUntilTheDateInRetryAfter() {
        // a date has whole seconds, so that it is between one and two seconds away
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(Instant.now().plusSeconds(2).atZone(ZoneOffset.UTC));
        collector.next(Behaviour.status(503, Map.of("Retry-After", date)));

        Set<String> made = spans.batchOf(7);

        assertDeliveredOnce(made, 2);
        assertThat(gap(0, 1)).isGreaterThanOrEqualTo(Duration.ofMillis(800));
    }

    @Test
    void obeysRetryAfterLongerThanRepetitionMayTakeAndAsLongAsIsConfigured() {
        collector.next(Behaviour.status(503, Map.of("Retry-After", "3600")));

        Set<String> made = spans.batchOf(7);

        assertDeliveredOnce(made, 2);
        assertThat(gap(0, 1)).isGreaterThanOrEqualTo(Duration.ofSeconds(4));
    }

    private void assertDeliveredOnce(Set<String> made, int requests) {
        account.awaitEmptySpool();
        assertThat(collector.requests()).hasSize(requests);
        assertDeliveries(made, 1);
        assertThat(account.delivered()).isEqualTo(made.size());
        assertThat(account.lost()).isEmpty();
    }

    /** As the protocol allows where the answer did not arrive. */
    private void assertDeliveredTwice(Set<String> made) {
        account.awaitEmptySpool();
        assertThat(collector.requests()).hasSize(2);
        assertDeliveries(made, 2);
        assertThat(account.delivered()).isEqualTo(made.size());
    }

    private void assertLost(Set<String> made, String reason) {
        account.awaitEmptySpool();
        assertThat(collector.requests()).hasSize(1);
        assertThat(collector.deliveries()).isEmpty();
        assertThat(account.lost()).isEqualTo(Map.of(reason, (long) made.size()));
        assertThat(account.delivered()).isZero();
    }

    private void assertDeliveries(Set<String> made, int times) {
        assertThat(collector.deliveries()).containsOnlyKeys(made.toArray(String[]::new));
        assertThat(collector.deliveries().values()).containsOnly(times);
    }

    private Duration gap(int from, int to) {
        List<ReceivedRequest> requests = collector.requests();
        return Duration.ofNanos(requests.get(to).nanoTime() - requests.get(from).nanoTime());
    }
}
