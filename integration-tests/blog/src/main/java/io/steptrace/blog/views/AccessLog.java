package io.steptrace.blog.views;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.steptrace.blog.post.Post;

/** Counts the readers of each post. It stands for a service far away: it takes its time, and computes little of it. */
@ApplicationScoped
class AccessLog {

    private static final Duration DISTANCE = Duration.ofMillis(150);

    Map<Long, Integer> count(List<Post> posts) {
        try {
            Thread.sleep(DISTANCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return posts.stream().collect(Collectors.toMap(Post::id, post -> post.body().length()));
    }
}
