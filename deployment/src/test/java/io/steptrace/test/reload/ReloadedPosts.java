package io.steptrace.test.reload;

import jakarta.enterprise.context.ApplicationScoped;

import io.steptrace.Step;

/** What is changed while the application runs. */
@ApplicationScoped
public class ReloadedPosts {

    @Step("load_post")
    public String load() {
        return "a post";
    }
}
