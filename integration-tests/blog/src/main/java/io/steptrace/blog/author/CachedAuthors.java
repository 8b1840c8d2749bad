package io.steptrace.blog.author;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.cache.CacheResult;

/** The authors read so far; only a miss reaches the database. */
@ApplicationScoped
class CachedAuthors {

    private final AuthorStore store;

    CachedAuthors(AuthorStore store) {
        this.store = store;
    }

    @CacheResult(cacheName = "authors")
    Author ofPost(long postId) {
        return store.ofPost(postId);
    }
}
