package io.steptrace.blog.author;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.context.ManagedExecutor;

import io.quarkus.runtime.StartupEvent;
import io.steptrace.JobQueue;

/** Reads the author of the first post into the cache in the background, so that the first page does not have to. */
@ApplicationScoped
class AuthorWarmUp {

    private static final long FIRST_POST = 1;

    private final ManagedExecutor queue;
    private final CachedAuthors authors;

    AuthorWarmUp(@JobQueue("warm-up") ManagedExecutor queue, CachedAuthors authors) {
        this.queue = queue;
        this.authors = authors;
    }

    void warmUp(@Observes StartupEvent started) {
        queue.execute(() -> authors.ofPost(FIRST_POST));
    }
}
