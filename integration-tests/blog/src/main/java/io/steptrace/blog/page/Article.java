package io.steptrace.blog.page;

import java.util.List;

import io.steptrace.blog.author.Author;
import io.steptrace.blog.comment.Comment;
import io.steptrace.blog.post.Post;

/** A post with all that its page shows. */
public record Article(Post post, Author author, List<Comment> comments) {
}
