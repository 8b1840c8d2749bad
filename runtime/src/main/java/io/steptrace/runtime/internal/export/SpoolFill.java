package io.steptrace.runtime.internal.export;

/**
 * What a spool holds, the batch in flight included.
 *
 * @param batches how many batches
 * @param spans how many spans in all of them
 * @param bytes how many bytes of memory or disk they take, compressed where they are
 */
public record SpoolFill(int batches, long spans, long bytes) {

    /** Nothing at all. */
    public static final SpoolFill EMPTY = new SpoolFill(0, 0, 0);
}
