package io.steptrace.blog.author;

import jakarta.enterprise.context.ApplicationScoped;

import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.smallrye.mutiny.Uni;
import io.steptrace.Effect;

/**
 * The way to the author of a post.
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

    /** The author of a post, looked up on the queue for effects; fails as {@link AuthorStore#ofPost} does. */
    @Effect(value = "cache.get author", queue = "effects")
    public Uni<Author> ofPost(@SpanAttribute("blog.post.id") long postId) {
        return Uni.createFrom().item(authors.ofPost(postId));
    }
}
