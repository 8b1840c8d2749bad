package io.steptrace.dev.answer;

import java.util.List;

/**
 * A finished local trace with its spans.
 *
 * @param verdict in one sentence
 * @param text as the console draws it
 * @param spans in the order of the tree: parents before children, siblings by their begin
 */
public record TraceDetail(TraceLine line, String verdict, String text, List<SpanRow> spans) {
}
