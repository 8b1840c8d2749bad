package io.steptrace.blog.author;

/** Somebody who writes posts. */
public record Author(long id, String name) {
}
