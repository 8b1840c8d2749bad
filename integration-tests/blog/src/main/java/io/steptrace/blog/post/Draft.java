package io.steptrace.blog.post;

/** A post as a client sends it: not yet checked, not yet kept. */
public record Draft(String title, String body, long authorId) {

    boolean isComplete() {
        return title != null && !title.isBlank() && body != null && !body.isBlank();
    }
}
