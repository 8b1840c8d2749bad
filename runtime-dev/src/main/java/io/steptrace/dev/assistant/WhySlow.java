package io.steptrace.dev.assistant;

import java.util.List;
import java.util.Map;

/**
 * Why a request took so long.
 *
 * @param verdict where its time went, in milliseconds
 * @param waits those that no code marks, the longest first
 * @param spans the longest, in the order of the tree, indented
 * @param leftOut how many spans are not among them
 * @param attributes of these spans, by their number in the tree; null unless they are asked for
 */
public record WhySlow(String traceId, String name, String status, String verdict, List<FoundWait> waits, List<String> spans,
        int leftOut, Map<String, Map<String, String>> attributes) {
}
