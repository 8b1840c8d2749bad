package io.steptrace.dev.answer;

/**
 * Advice in words.
 *
 * @param subject what it is on: a queue, a pool or a route
 */
public record Advice(String subject, String text) {
}
