package io.steptrace.blog.post;

import java.time.LocalDate;

/** A published post. */
public record Post(long id, String title, String body, long authorId, LocalDate published) {
}
