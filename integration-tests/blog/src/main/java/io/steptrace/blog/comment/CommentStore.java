package io.steptrace.blog.comment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.steptrace.Effect;
import io.steptrace.blog.database.BlogDatabase;

/** The comments in the database. */
@ApplicationScoped
class CommentStore {

    private final BlogDatabase database;

    CommentStore(BlogDatabase database) {
        this.database = database;
    }

    @Effect("db.list blog_comment")
    List<Comment> list(@SpanAttribute("blog.post.id") long postId) {
        return database.query("SELECT * FROM blog_comment WHERE post_id = ? ORDER BY id",
                row -> new Comment(row.getLong("id"), nameOf(row), row.getString("text")), postId);
    }

    private static String nameOf(ResultSet row) throws SQLException {
        String name = row.getString("name");
        if (name == null) {
            throw new IllegalStateException("comment " + row.getLong("id") + " has no name");
        }
        return name;
    }
}
