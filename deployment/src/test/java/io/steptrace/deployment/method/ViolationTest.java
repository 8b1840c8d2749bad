package io.steptrace.deployment.method;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ViolationTest {

    @Test
    void isOneLineWhateverTheCodeSays() {
        assertThat(new Violation("effect \"db.\u001b[31mget\nall\"", "Posts#all", "say what it is done to").message())
                .isEqualTo("effect \"db. [31mget all\": Posts#all - say what it is done to");
    }
}
