package io.steptrace.benchmarks.served;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class JvmSampleTest {

    @Test
    void addsUpTheGenerationsAndLeavesTheCompilerOut() {
        JvmSample sample = JvmSample.parse("""
                42:
                Command executed successfully
                 def new generation   total 157248K, used 48K [0x1, 0x2, 0x3)
                  eden space 139776K,   0% used [0x1, 0x2, 0x3)
                 tenured generation   total 349568K, used 1000K [0x1, 0x2, 0x3)
                 Metaspace       used 113K, committed 384K, reserved 1114112K
                "main" #1 prio=5 os_prio=0 cpu=74.80ms elapsed=1.02s tid=0x1 nid=0x2 runnable
                "C2 CompilerThread0" #5 daemon prio=9 os_prio=0 tid=0x1 nid=0x2 runnable
                "VM Thread" os_prio=0 cpu=1ms tid=0x1 nid=0x2 runnable
                """);

        assertThat(sample).isEqualTo(new JvmSample(1048 * 1024, 1));
        assertThat(sample.heapMegabytes()).isBetween(1.02, 1.03);
    }

    @Test
    void readsTheOneLineOfG1() {
        assertThat(JvmSample.parse(" garbage-first heap   total 524288K, used 20480K [0x1, 0x2)").heapMegabytes())
                .isEqualTo(20);
    }

    @Test
    void doesNotTakeSilenceForAnEmptyHeap() {
        assertThatThrownBy(() -> JvmSample.parse("42: AttachNotSupportedException"))
                .hasMessageContaining("AttachNotSupportedException");
    }
}
