package io.steptrace.blog.page;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.steptrace.RenderPhase;
import io.steptrace.Step;
import io.steptrace.blog.author.AuthorDirectory;
import io.steptrace.blog.comment.RemoteComments;
import io.steptrace.blog.post.Post;
import io.steptrace.blog.post.PostStore;

/** The steps a page is made in. */
@ApplicationScoped
public class PostPages {

    private final PostStore posts;
    private final AuthorDirectory authors;
    private final RemoteComments comments;

    PostPages(PostStore posts, AuthorDirectory authors, RemoteComments comments) {
        this.posts = posts;
        this.authors = authors;
        this.comments = comments;
    }

    /** All posts, the newest first. */
    @Step("load_posts")
    public List<Post> loadPosts() {
        return posts.list();
    }

    /** A post with its author and comments, if there is one of that number. */
    @Step("load_post")
    public Optional<Article> loadPost(long id) {
        return posts.get(id)
                .map(post -> new Article(post, authors.get(post.authorId()), comments.ofPost(post.id())));
    }

    /** The page that lists all posts. */
    @Step(value = "render_list", render = RenderPhase.TEMPLATE)
    public String renderList(List<Post> list) {
        return Templates.list(list).render();
    }

    /** The page of one post. */
    @Step(value = "render_page", render = RenderPhase.TEMPLATE)
    public String renderPage(Article article) {
        return Templates.article(article).render();
    }
}
