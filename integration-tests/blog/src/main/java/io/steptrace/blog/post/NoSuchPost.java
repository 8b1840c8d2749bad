package io.steptrace.blog.post;

import io.steptrace.ApplicationError;

/** There is no post of that number: an answer, not a fault. */
@ApplicationError
public class NoSuchPost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NoSuchPost(long id) {
        super("there is no post " + id);
    }
}
