package io.steptrace.runtime.internal.pool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.steptrace.runtime.internal.pool.ConnectionLeases.Lease;

class ConnectionLeasesTest {

    private final ConnectionLeases single = new ConnectionLeases(1);

    @Test
    void oneBeforeAnotherWaitsForItsOwnConnection() {
        assertThat(single.ask()).isFalse();
        assertThat(single.ask()).isTrue();
    }

    @Test
    void aConnectionIsTakenBeforeItsRequestIsSent() {
        allocated(single);
        assertThat(single.ask()).isTrue();
    }

    @Test
    void aConnectionIsFreeWhenItsRequestIsOver() {
        Lease first = allocated(single);
        single.send(first);
        assertThat(waits(single)).isTrue();
        single.release(first);
        single.release(first);
        assertThat(waits(single)).isFalse();
        Lease second = allocated(single);
        single.send(second);
        assertThat(waits(single)).isTrue();
    }

    @Test
    void aRequestThatGotNoConnectionTakesNone() {
        single.ask();
        single.answer();
        assertThat(waits(single)).isFalse();
    }

    @Test
    void aRequestThatWasNeverSentIsOverWhenAnotherHasItsConnection() {
        allocated(single);
        Lease next = allocated(single);
        single.send(next);
        single.release(next);
        assertThat(waits(single)).isFalse();
    }

    @Test
    void aRequestThatIsNotSentHasNoConnectionOnceOneIsClosed() {
        Lease slow = allocated(single);
        single.forgetUnsent();
        assertThat(waits(single)).isFalse();
        single.send(slow);
        assertThat(waits(single)).isTrue();
    }

    @Test
    void countsThoseThatHaveAConnectionAndThoseThatWait() {
        single.ask();
        assertThat(single.waiting()).isZero();
        single.ask();
        assertThat(single.waiting()).isEqualTo(1);
        single.answer();
        single.take(new Lease());
        assertThat(single.inUse()).isEqualTo(1);
        assertThat(single.waiting()).isEqualTo(1);
        single.answer();
        assertThat(single.waiting()).isZero();
    }

    @Test
    void ofTwoConnectionsTheSecondIsFree() {
        ConnectionLeases two = new ConnectionLeases(2);
        two.send(allocated(two));
        assertThat(waits(two)).isFalse();
        allocated(two);
        assertThat(waits(two)).isTrue();
    }

    private static boolean waits(ConnectionLeases leases) {
        boolean waits = leases.ask();
        leases.answer();
        return waits;
    }

    private static Lease allocated(ConnectionLeases leases) {
        leases.ask();
        leases.answer();
        Lease request = new Lease();
        leases.take(request);
        return request;
    }
}
