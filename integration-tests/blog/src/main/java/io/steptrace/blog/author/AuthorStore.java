package io.steptrace.blog.author;

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
}
