package io.steptrace.blog.comment;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.rest.client.inject.RestClient;

import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.smallrye.mutiny.Uni;
import io.steptrace.Effect;

/** The comments as a page needs them: fetched over HTTP. */
@ApplicationScoped
public class RemoteComments {

    private final CommentClient client;

    RemoteComments(@RestClient CommentClient client) {
        this.client = client;
    }

    /** The comments of a post in the order they were made. */
    @Effect("http.get comments")
    public Uni<List<Comment>> ofPost(@SpanAttribute("blog.post.id") long postId) {
        return client.ofPost(postId);
    }
}
