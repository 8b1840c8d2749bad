package io.steptrace.blog.post;

import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.smallrye.mutiny.Uni;
import io.steptrace.Effect;
import io.steptrace.blog.database.BlogDatabase;
import io.steptrace.blog.database.RowReader;

/** The posts in the database; each call is one effect. */
@ApplicationScoped
public class PostStore {

    private static final RowReader<Post> POST = row -> new Post(row.getLong("id"), row.getString("title"),
            row.getString("body"), row.getLong("author_id"), row.getObject("published", LocalDate.class));

    private final BlogDatabase database;

    PostStore(BlogDatabase database) {
        this.database = database;
    }

    /**
     * The post of that number, read on the queue for effects; fails with {@link NoSuchPost} if there is none.
     */
    @Effect(value = "db.get blog_post", queue = "effects")
    public Uni<Post> get(@SpanAttribute("blog.post.id") long id) {
        return Uni.createFrom().item(database.query("SELECT * FROM blog_post WHERE id = ?", POST, id).stream().findFirst()
                .orElseThrow(() -> new NoSuchPost(id)));
    }

    /** All posts, the newest first. */
    @Effect("db.list blog_post")
    public List<Post> list() {
        return database.query("SELECT * FROM blog_post ORDER BY published DESC, id DESC", POST);
    }

    /** Keeps a draft as a post published today. */
    @Effect("db.put blog_post")
    public Post put(Draft draft) {
        LocalDate today = LocalDate.now();
        long id = database.insert("INSERT INTO blog_post (title, body, author_id, published) VALUES (?, ?, ?, ?)",
                draft.title(), draft.body(), draft.authorId(), today);
        return new Post(id, draft.title(), draft.body(), draft.authorId(), today);
    }
}
