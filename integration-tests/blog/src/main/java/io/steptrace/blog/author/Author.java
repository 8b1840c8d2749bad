package io.steptrace.blog.author;

/** A person who writes posts. */
public record Author(long id, String name) {

    /** Stands in where it is not known who wrote something. */
    public static final Author UNKNOWN = new Author(0, "an unknown author");
}
