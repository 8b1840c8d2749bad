package io.steptrace.runtime.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.steptrace.runtime.internal.config.SteptraceConfig.Events;

class ChoiceTest {

    @ParameterizedTest
    @ValueSource(strings = { "span-events", "SPAN_EVENTS", "Span-Events", "spanEvents", " span-events " })
    void isReadAsThePlatformReadsEnums(String word) {
        assertThat(Choice.find(Events.class, word)).contains(Events.SPAN_EVENTS);
    }

    @Test
    void isNoneOfOtherWords() {
        assertThat(Choice.find(Events.class, "span")).isEmpty();
        assertThat(Choice.find(Events.class, "")).isEmpty();
    }

    @Test
    void listsItsWords() {
        assertThat(Choice.words(Events.class)).isEqualTo("span-events or logs or none");
    }
}
