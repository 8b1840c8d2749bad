package io.steptrace.blog.post;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.smallrye.mutiny.Uni;
import io.steptrace.Effect;

/** The posts in the database; each call is one effect. */
@ApplicationScoped
public class PostStore {

    private final PostTable table;

    PostStore(PostTable table) {
        this.table = table;
    }

    /**
     * The post of that number, read on the queue for effects; fails with {@link NoSuchPost} if there is none.
     */
    @Effect(value = "db.get blog_post", queue = "effects")
    public Uni<Post> get(@SpanAttribute("blog.post.id") long id) {
        return Uni.createFrom().item(table.get(id).orElseThrow(() -> new NoSuchPost(id)));
    }

    /** All posts, the newest first. */
    @Effect("db.list blog_post")
    public List<Post> list() {
        return table.list();
    }

    /** Keeps a draft as a post published today. */
    @Effect("db.put blog_post")
    public Post put(Draft draft) {
        return table.put(draft);
    }
}
