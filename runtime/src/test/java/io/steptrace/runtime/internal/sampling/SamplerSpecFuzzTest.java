package io.steptrace.runtime.internal.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import io.steptrace.runtime.internal.fuzz.Allocation;
import io.steptrace.runtime.internal.fuzz.Mutations;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Sampler expressions: read, or refused with the place of the mistake. */
class SamplerSpecFuzzTest {

    @Property
    void isReadOrRefused(@ForAll("expressions") String expression) throws Exception {
        Allocation.bounded(() -> {
            try {
                SamplerSpec spec = SamplerSpec.parse(expression);
                assertThat(spec.headRatio()).isBetween(0.0, 1.0);
                assertThat(spec.tailRules()).doesNotHaveDuplicates();
            } catch (SamplerSyntaxException e) {
                assertThat(e.getMessage()).isNotBlank().doesNotContain("\n", "\r");
            }
        });
    }

    @Provide
    Arbitrary<String> expressions() {
        return Mutations.ofTexts("head:0.02", "head:1,tail:error|p95|p99", "head:1e-3 , tail: slow(500ms)|queue|park|effect",
                "head:0,tail:slow(PT1M)", "head:0.5,tail:slow(9223372036854775807s)");
    }
}
