package io.steptrace.runtime.internal.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;

import io.steptrace.runtime.internal.fuzz.Mutations;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The header {@code steptrace-enqueued} of a sender: an instant of our age, or nothing. */
class EnqueuedHeaderFuzzTest {

    @Property
    void isAnInstantOrNothing(@ForAll("values") Object value) {
        OptionalLong sent = EnqueuedHeader.epochNanosOf(value);

        sent.ifPresent(epochNanos -> {
            assertThat(epochNanos).isPositive();
            assertThat(String.valueOf(epochNanos / 1_000)).isEqualTo(value.toString());
        });
    }

    @Provide
    Arbitrary<Object> values() {
        Arbitrary<String> texts = Mutations.ofTexts("1764113692000000", "9223372036854775", "9223372036854776",
                "999999999999999",
                "+176411369200000", "-176411369200000");
        return Arbitraries.oneOf(texts.map(text -> (Object) text), Arbitraries.strings().map(text -> (Object) text),
                Arbitraries.longs().map(number -> (Object) number), texts.map(text -> (Object) text.getBytes()));
    }
}
