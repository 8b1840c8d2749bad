package io.steptrace.blog.post;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.steptrace.blog.database.BlogDatabase;
import io.steptrace.blog.database.RowReader;

/** The rows of all posts; reading them is no span. */
@ApplicationScoped
public class PostTable {

    private static final RowReader<Post> POST = row -> new Post(row.getLong("id"), row.getString("title"),
            row.getString("body"), row.getLong("author_id"), row.getObject("published", LocalDate.class));

    private final BlogDatabase database;

    PostTable(BlogDatabase database) {
        this.database = database;
    }

    /** The post of that number, if there is one. */
    public Optional<Post> get(long id) {
        return database.query("SELECT * FROM blog_post WHERE id = ?", POST, id).stream().findFirst();
    }

    /** All posts, the newest first. */
    public List<Post> list() {
        return database.query("SELECT * FROM blog_post ORDER BY published DESC, id DESC", POST);
    }

    /** Keeps a draft as a post published today. */
    public Post put(Draft draft) {
        LocalDate today = LocalDate.now();
        long id = database.insert("INSERT INTO blog_post (title, body, author_id, published) VALUES (?, ?, ?, ?)",
                draft.title(), draft.body(), draft.authorId(), today);
        return new Post(id, draft.title(), draft.body(), draft.authorId(), today);
    }
}
