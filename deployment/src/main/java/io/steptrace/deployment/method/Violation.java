package io.steptrace.deployment.method;

import io.steptrace.runtime.internal.text.PrintableText;

/**
 * One broken rule, with its place and its remedy.
 *
 * @param rule what is broken
 * @param place where
 * @param remedy what to do about it
 */
public record Violation(String rule, String place, String remedy) {

    /** The violation as a line: {@code rule: place - remedy}. */
    public String message() {
        return PrintableText.of(rule + ": " + place + " - " + remedy);
    }
}
