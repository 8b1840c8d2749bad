package io.steptrace.dev.answer;

/**
 * A place in the code.
 *
 * @param fileName null if unknown
 * @param line 0 if unknown
 */
public record Place(String className, String fileName, int line) {
}
