package io.steptrace.blog.load;

import java.time.Duration;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.steptrace.Step;
import io.steptrace.blog.post.Post;
import io.steptrace.blog.post.PostStore;

/** A digest of all posts, built on a queue that runs one job at a time. */
@ApplicationScoped
public class PostDigest {

    private static final Duration EFFORT = Duration.ofMillis(30);

    private final PostStore posts;

    PostDigest(PostStore posts) {
        this.posts = posts;
    }

    /** Builds the digest once for each subscription. */
    @Step(value = "build_digest", queue = "digest")
    public Uni<String> buildDigest() {
        String bodies = posts.list().stream().map(Post::body).collect(Collectors.joining("\n"));
        return Uni.createFrom().item(Hashing.hash(bodies, EFFORT));
    }
}
