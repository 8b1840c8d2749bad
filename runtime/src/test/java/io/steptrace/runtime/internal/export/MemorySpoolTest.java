package io.steptrace.runtime.internal.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemorySpoolTest extends SpoolContract {

    @Override
    protected Spool create(SpoolLimits limits) {
        return new MemorySpool(limits, losses);
    }

    @Test
    void isGoneWithTheProcess() {
        assertThat(open(WIDE).survivesRestart()).isFalse();
    }
}
