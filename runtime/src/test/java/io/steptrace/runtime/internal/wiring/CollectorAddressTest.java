package io.steptrace.runtime.internal.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;

import org.junit.jupiter.api.Test;

class CollectorAddressTest {

    @Test
    void isPrintedWithoutWhatMayBeACredential() {
        assertThat(CollectorAddress.printable(URI.create("http://user:correct-horse@collector:4317/path?token=x")))
                .isEqualTo("http://collector:4317");
        assertThat(CollectorAddress.printable(URI.create("http://localhost:4317"))).isEqualTo("http://localhost:4317");
    }
}
