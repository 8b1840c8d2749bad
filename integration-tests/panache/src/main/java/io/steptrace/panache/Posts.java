package io.steptrace.panache;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.steptrace.Effect;

/** The effects of {@link Post}: its own methods are static, and those of its superclass are not to be annotated. */
@ApplicationScoped
public class Posts {

    @Effect("db.list post")
    List<Post> by(@SpanAttribute("post.author") String author) {
        return Post.by(author);
    }

    @Effect("db.get post")
    Post find(long id) {
        return Post.findById(id);
    }

    @Effect("db.insert post")
    void save(Post post) {
        post.persistAndFlush();
    }

    /** Notes it for the next flush. */
    @Effect("db.insert draft")
    void note(Post post) {
        post.persist();
    }
}
