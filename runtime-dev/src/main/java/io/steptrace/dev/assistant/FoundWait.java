package io.steptrace.dev.assistant;

import java.util.List;

/**
 * A wait that was found in the code.
 *
 * @param what in the words of the verdict
 * @param place the line of code; null if unknown
 * @param stack the innermost frames, those of the application first
 */
public record FoundWait(String what, String milliseconds, String place, List<String> stack) {
}
