package io.steptrace.blog.light;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.steptrace.blog.post.Post;

/** The list of posts; its parts are spans made with OpenTelemetry's own annotation. */
@ApplicationScoped
public class WithSpanListPage extends ListPage {

    @Override
    @WithSpan("load_posts")
    public List<Post> loadPosts() {
        return super.loadPosts();
    }

    @Override
    @WithSpan("list blog_post")
    public List<Post> listPosts() {
        return super.listPosts();
    }

    @Override
    @WithSpan("render_list")
    public String renderList(List<Post> posts) {
        return super.renderList(posts);
    }
}
