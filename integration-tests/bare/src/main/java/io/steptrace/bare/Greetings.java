package io.steptrace.bare;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.steptrace.Need;
import io.steptrace.Slot;
import io.steptrace.Step;

/** Makes a greeting, and waits for its parts. */
@ApplicationScoped
public class Greetings {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Slot<String> SALUTATION = Slot.of("salutation");
    private static final Slot<String> TITLE = Slot.of("title");
    private static final Slot<String> NAME = Slot.of("name");

    private final Words words;

    Greetings(Words words) {
        this.words = words;
    }

    @Step("greet")
    String greet(String name) {
        return Need.parallel()
                .require(SALUTATION, words::salutation)
                .attempt(TITLE, () -> words.title(name))
                .require(NAME, () -> words.capitalised(name))
                .resume(slots -> slots.get(SALUTATION) + ", " + slots.find(TITLE).orElse("") + slots.get(NAME) + "!")
                .await().atMost(PATIENCE);
    }
}
