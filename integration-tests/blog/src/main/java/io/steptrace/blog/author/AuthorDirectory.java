package io.steptrace.blog.author;

import jakarta.enterprise.context.ApplicationScoped;

import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.steptrace.Effect;

/**
 * The way to an author by number.
 * <p>
 * The cache is a bean of its own, behind this one, because a hit never enters the cached method: the effect would be seen on
 * misses alone.
 */
@ApplicationScoped
public class AuthorDirectory {

    private final CachedAuthors authors;

    AuthorDirectory(CachedAuthors authors) {
        this.authors = authors;
    }

    /**
     * The author of that number.
     *
     * @throws IllegalStateException if there is none: whoever asks has the number from a post
     */
    @Effect("cache.get author")
    public Author get(@SpanAttribute("blog.author.id") long id) {
        return authors.get(id);
    }
}
