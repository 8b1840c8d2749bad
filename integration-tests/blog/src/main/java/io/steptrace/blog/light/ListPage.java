package io.steptrace.blog.light;

import java.util.List;

import jakarta.inject.Inject;

import io.steptrace.blog.page.Templates;
import io.steptrace.blog.post.Post;
import io.steptrace.blog.post.PostTable;

/** The list of posts, made in two parts, the first of which has a part of its own. */
abstract class ListPage {

    @Inject
    PostTable table;

    public List<Post> loadPosts() {
        return listPosts();
    }

    public List<Post> listPosts() {
        return table.list();
    }

    public String renderList(List<Post> posts) {
        return Templates.list(posts).render();
    }
}
