package io.steptrace.benchmarks.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

class AccountTest {

    @Test
    void tellsLostFromDeliveredFromDuplicate() {
        Account account = Account.of(Set.of("a", "b", "c"), Map.of("a", 1, "b", 3));

        assertThat(account).isEqualTo(new Account(3, 2, 2));
        assertThat(account.lost()).isEqualTo(1);
    }

    @Test
    void doesNotSetAStrangerAgainstALoss() {
        assertThat(Account.of(Set.of("a"), Map.of("stranger", 1)).lost()).isEqualTo(1);
    }
}
