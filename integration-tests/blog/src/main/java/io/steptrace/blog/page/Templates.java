package io.steptrace.blog.page;

import java.util.List;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.steptrace.blog.post.Post;

/** The templates of this package, checked against their parameters at build time. */
@CheckedTemplate
public final class Templates {

    private Templates() {
    }

    public static native TemplateInstance list(List<Post> posts);

    static native TemplateInstance article(Article article);
}
