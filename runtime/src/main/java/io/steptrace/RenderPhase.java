package io.steptrace;

/** What a step renders; recorded in lower_snake_case as {@code render.phase}. */
public enum RenderPhase {
    /** The step renders nothing. */
    NONE,
    /** Markdown to HTML. */
    MARKDOWN,
    /** A template, such as Qute's. */
    TEMPLATE,
    /** An object to JSON. */
    JSON_ENCODE,
    /** Any other rendering. */
    OTHER
}
