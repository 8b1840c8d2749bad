package io.steptrace.runtime.internal.export.otlp;

import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;

import io.steptrace.runtime.internal.export.Texts;

/**
 * Makes words of a collector fit for a log: printable, bounded, and without the header values it was sent, were it to repeat
 * them.
 */
public final class Redaction implements UnaryOperator<String> {

    /** Shorter values are no secrets, and would blot out half a sentence. */
    private static final int MIN_LENGTH = 4;

    private final List<String> secrets;

    public Redaction(Collection<String> headerValues) {
        this.secrets = headerValues.stream().flatMap(value -> List.of(value, value.substring(value.indexOf(' ') + 1)).stream())
                .filter(value -> value.length() >= MIN_LENGTH).toList();
    }

    @Override
    public String apply(String words) {
        String redacted = words;
        for (String secret : secrets) {
            redacted = redacted == null ? null : redacted.replace(secret, "***");
        }
        return Texts.printable(redacted);
    }
}
