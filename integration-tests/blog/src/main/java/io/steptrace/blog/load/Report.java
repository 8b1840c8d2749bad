package io.steptrace.blog.load;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.steptrace.Effect;
import io.steptrace.blog.database.BlogDatabase;

/** A report that keeps its database connection while it works on each row. */
@ApplicationScoped
public class Report {

    private static final Duration EFFORT = Duration.ofMillis(10);

    private final BlogDatabase database;

    Report(BlogDatabase database) {
        this.database = database;
    }

    @Effect("db.report blog_author")
    String write() {
        List<String> rows = database.query("SELECT name FROM blog_author",
                row -> Hashing.hash(row.getString("name"), EFFORT));
        return String.join("\n", rows);
    }
}
