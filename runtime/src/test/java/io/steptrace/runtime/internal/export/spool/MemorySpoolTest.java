package io.steptrace.runtime.internal.export.spool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.steptrace.runtime.internal.export.LossListener;
import io.steptrace.runtime.internal.export.RecordedLosses.Loss;
import io.steptrace.runtime.internal.export.SpoolFill;

class MemorySpoolTest extends SpoolContract {

    @Override
    protected Spool create(SpoolLimits limits) {
        return new MemorySpool(limits, losses);
    }

    @Test
    void isGoneWithTheProcess() {
        Spool spool = open(WIDE);
        spool.offer(Batches.batch("a", 3));
        assertThat(spool.medium()).isEqualTo("memory");
        spool.close();
        assertThat(losses.all()).containsExactly(new Loss(LossListener.SHUTDOWN, 3));
        assertThat(spool.fill()).isEqualTo(SpoolFill.EMPTY);
    }
}
