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
    Author get(long id) {
        return store.get(id)
                .orElseThrow(() -> new IllegalStateException("a post refers to author " + id + ", who does not exist"));
    }
}
