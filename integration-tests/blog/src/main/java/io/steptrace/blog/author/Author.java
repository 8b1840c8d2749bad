package io.steptrace.blog.author;

/** Somebody who writes posts. */
public record Author(long id, String name) {

    /** Stands in where nobody knows who wrote something. */
    public static final Author UNKNOWN = new Author(0, "an unknown author");
}
