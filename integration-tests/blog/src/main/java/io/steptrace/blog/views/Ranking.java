package io.steptrace.blog.views;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.steptrace.Step;
import io.steptrace.blog.post.Post;
import io.steptrace.blog.post.PostStore;

/** Ranks the posts by their readers. */
@ApplicationScoped
public class Ranking {

    private final PostStore posts;
    private final PageViews views;

    Ranking(PostStore posts, PageViews views) {
        this.posts = posts;
        this.views = views;
    }

    /** The titles, a line each, the most read first. */
    @Step("rank_posts")
    public String rankPosts() {
        List<Post> list = posts.list();
        Map<Long, Integer> counts = views.of(list);
        return list.stream().sorted(Comparator.comparingInt((Post post) -> counts.getOrDefault(post.id(), 0)).reversed())
                .map(Post::title).collect(Collectors.joining("\n"));
    }
}
