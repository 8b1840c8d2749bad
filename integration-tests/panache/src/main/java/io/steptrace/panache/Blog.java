package io.steptrace.panache;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.steptrace.Step;

/** Writes and reads posts. */
@ApplicationScoped
public class Blog {

    private final Posts posts;
    private final Archive archive;

    Blog(Posts posts, Archive archive) {
        this.posts = posts;
        this.archive = archive;
    }

    @Step("publish")
    @Transactional
    public List<String> publish(String author, String title) {
        Post post = new Post();
        post.author = author;
        post.title = title;
        posts.save(post);
        posts.find(post.id);
        return posts.by(author).stream().map(found -> found.title).toList();
    }

    @Step("draft")
    @Transactional
    public void draft(String author) {
        Post post = new Post();
        post.author = author;
        posts.note(post);
    }

    @Step("count_archive")
    @Transactional
    public long countArchive() {
        return archive.size();
    }
}
