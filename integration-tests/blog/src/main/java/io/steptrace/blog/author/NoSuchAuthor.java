package io.steptrace.blog.author;

import io.steptrace.ApplicationError;

/** A post that does not exist has no author: an answer, not a fault. */
@ApplicationError
public class NoSuchAuthor extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSuchAuthor(long postId) {
        super("there is no post " + postId + " to have an author");
    }
}
