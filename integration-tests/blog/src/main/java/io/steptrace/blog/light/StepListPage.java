package io.steptrace.blog.light;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.steptrace.Effect;
import io.steptrace.RenderPhase;
import io.steptrace.Step;
import io.steptrace.blog.post.Post;

/** The list of posts; its parts are steps and an effect. */
@ApplicationScoped
public class StepListPage extends ListPage {

    @Override
    @Step("load_posts")
    public List<Post> loadPosts() {
        return super.loadPosts();
    }

    @Override
    @Effect("db.list blog_post")
    public List<Post> listPosts() {
        return super.listPosts();
    }

    @Override
    @Step(value = "render_list", render = RenderPhase.TEMPLATE)
    public String renderList(List<Post> posts) {
        return super.renderList(posts);
    }
}
