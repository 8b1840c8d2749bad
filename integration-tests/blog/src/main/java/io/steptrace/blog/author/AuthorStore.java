package io.steptrace.blog.author;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.steptrace.Effect;
import io.steptrace.blog.database.BlogDatabase;

/** The authors in the database. */
@ApplicationScoped
public class AuthorStore {

    private final BlogDatabase database;

    AuthorStore(BlogDatabase database) {
        this.database = database;
    }

    /** The author of that number, if there is one. */
    @Effect("db.get blog_author")
    public Optional<Author> get(@SpanAttribute("blog.author.id") long id) {
        return database.query("SELECT * FROM blog_author WHERE id = ?",
                row -> new Author(row.getLong("id"), row.getString("name")), id).stream().findFirst();
    }

    /**
     * The author of a post.
     *
     * @throws NoSuchAuthor if there is no such post
     * @throws IllegalStateException if the post refers to an author who does not exist
     */
    @Effect(value = "db.get blog_author", required = false)
    public Author ofPost(@SpanAttribute("blog.post.id") long postId) {
        return database.query("SELECT p.author_id, a.id, a.name FROM blog_post p LEFT JOIN blog_author a ON a.id = p.author_id"
                + " WHERE p.id = ?", AuthorStore::referredTo, postId).stream().findFirst()
                .orElseThrow(() -> new NoSuchAuthor(postId));
    }

    private static Author referredTo(ResultSet row) throws SQLException {
        if (row.getString("name") == null) {
            throw new IllegalStateException("a post refers to author " + row.getLong("author_id") + ", who does not exist");
        }
        return new Author(row.getLong("id"), row.getString("name"));
    }
}
