package io.steptrace.blog.views;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.steptrace.blog.post.Post;

/**
 * The views counted so far, kept for a while. The accident: the lock that keeps the figures consistent is held while they are
 * counted anew, and until then all other callers stand before it.
 */
@ApplicationScoped
class PageViews {

    private static final Duration FRESH = Duration.ofSeconds(2);

    private final AccessLog log;

    private Map<Long, Integer> views = Map.of();
    private long countedNanos = System.nanoTime() - FRESH.toNanos();

    PageViews(AccessLog log) {
        this.log = log;
    }

    synchronized Map<Long, Integer> of(List<Post> posts) {
        if (System.nanoTime() - countedNanos >= FRESH.toNanos()) {
            views = log.count(posts);
            countedNanos = System.nanoTime();
        }
        return views;
    }
}
