package io.steptrace;

/** Whose error a failure is; recorded in lower case as {@code error.origin}. */
public enum ErrorOrigin {
    /** An answer the application gives on purpose, such as "not found": never marks a span as ERROR. */
    APPLICATION,
    /** A fault of the program or of something it depends on. */
    SYSTEM
}
