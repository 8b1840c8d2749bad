package io.steptrace.blog.load;

import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.steptrace.Step;
import io.steptrace.blog.post.Post;
import io.steptrace.blog.post.PostStore;

/** Prints the list of posts on the only printer. */
@ApplicationScoped
public class Printing {

    private final PostStore posts;
    private final Printer printer;

    Printing(PostStore posts, Printer printer) {
        this.posts = posts;
        this.printer = printer;
    }

    /** Prints one page and returns its fingerprint. */
    @Step("print_page")
    public String printPage() {
        return printer.print(posts.list().stream().map(Post::title).collect(Collectors.joining("\n")));
    }
}
