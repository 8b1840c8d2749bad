package io.steptrace.blog.comment;

/** What a reader says about a post. */
public record Comment(long id, String name, String text) {
}
