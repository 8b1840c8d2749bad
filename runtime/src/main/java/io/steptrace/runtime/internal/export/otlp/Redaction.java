package io.steptrace.runtime.internal.export.otlp;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.steptrace.runtime.internal.text.LogText;

/**
 * Makes words that come from elsewhere, be it a collector or an exception, fit for a log: without the secrets they may
 * repeat, in one line, and bounded.
 */
public final class Redaction implements UnaryOperator<String> {

    /** Shorter values are no secrets, and would blot out half a sentence. */
    private static final int MIN_LENGTH = 4;

    private static final String BASIC = "basic ";

    private final List<String> secrets;

    /** @param secrets values of headers, passwords; each may be repeated whole, or in a part that stands for itself */
    public Redaction(Collection<String> secrets) {
        // the longest first, or what is left of it would show
        this.secrets = secrets.stream().flatMap(Redaction::forms).map(String::strip)
                .filter(form -> form.length() >= MIN_LENGTH).distinct()
                .sorted(Comparator.comparing(String::length).reversed()).toList();
    }

    @Override
    public String apply(String words) {
        // before they are cut, for half a secret is one as well
        return words == null ? null : LogText.printable(redacted(words));
    }

    /** What a failure says. */
    public String describe(Throwable failure) {
        return apply(LogText.words(failure));
    }

    private String redacted(String words) {
        String redacted = words;
        for (String secret : secrets) {
            redacted = redacted.replace(secret, "***");
        }
        return redacted;
    }

    /** A list may be repeated in part, and so may a credential: without its scheme, decoded, its password alone. */
    private static Stream<String> forms(String secret) {
        return Stream.concat(Stream.of(secret), Stream.of(secret.split("[,;]")).map(String::strip)).flatMap(
                part -> Stream.concat(Stream.of(part, after(' ', part), after('=', part)), decoded(part)));
    }

    private static Stream<String> decoded(String credential) {
        if (!credential.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return Stream.empty();
        }
        try {
            String pair = new String(Base64.getDecoder().decode(after(' ', credential).strip()), StandardCharsets.UTF_8);
            return Stream.of(pair, after(':', pair));
        } catch (IllegalArgumentException e) {
            return Stream.empty();
        }
    }

    private static String after(char separator, String text) {
        return text.substring(text.indexOf(separator) + 1);
    }
}
