package io.steptrace.blog.author;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.context.ManagedExecutor;

import io.quarkus.runtime.StartupEvent;
import io.steptrace.JobQueue;

/** Reads the first author into the cache in the background, so that the first page does not have to. */
@ApplicationScoped
class AuthorWarmUp {

    private static final long FIRST = 1;

    private final ManagedExecutor queue;
    private final AuthorDirectory authors;

    AuthorWarmUp(@JobQueue("warm-up") ManagedExecutor queue, AuthorDirectory authors) {
        this.queue = queue;
        this.authors = authors;
    }

    void warmUp(@Observes StartupEvent started) {
        queue.execute(() -> authors.get(FIRST));
    }
}
