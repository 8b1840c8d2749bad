package io.steptrace.blog.page;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.steptrace.Need;
import io.steptrace.RenderPhase;
import io.steptrace.Slot;
import io.steptrace.Step;
import io.steptrace.blog.author.Author;
import io.steptrace.blog.author.AuthorDirectory;
import io.steptrace.blog.comment.Comment;
import io.steptrace.blog.comment.RemoteComments;
import io.steptrace.blog.post.NoSuchPost;
import io.steptrace.blog.post.Post;
import io.steptrace.blog.post.PostStore;

/** The steps a page is made in. */
@ApplicationScoped
public class PostPages {

    private static final Slot<Post> POST = Slot.of("post");
    private static final Slot<Author> AUTHOR = Slot.of("author");
    private static final Slot<List<Comment>> COMMENTS = Slot.of("comments");

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

    /**
     * A post with its comments, and with its author if there is one; fails with {@link NoSuchPost} if there is no post of that
     * number.
     */
    @Step("load_post")
    public Uni<Article> loadPost(long id) {
        return Need.parallel()
                .require(POST, () -> posts.get(id))
                .attempt(AUTHOR, () -> authors.ofPost(id))
                .require(COMMENTS, () -> comments.ofPost(id))
                .resume(slots -> new Article(slots.get(POST), slots.find(AUTHOR).orElse(Author.UNKNOWN), slots.get(COMMENTS)));
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
