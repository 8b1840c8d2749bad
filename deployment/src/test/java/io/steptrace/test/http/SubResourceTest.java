package io.steptrace.test.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;
import io.restassured.RestAssured;
import io.steptrace.Step;
import io.steptrace.test.fixture.TracedApplication;
import io.steptrace.test.fixture.TracedTest;

/** What the build advises for a step on a sub-resource. */
class SubResourceTest extends TracedTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.with(Posts.class, Comments.class);

    @Test
    void hasASpanIfItsLocatorReturnsAnInjectedInstance() {
        RestAssured.get("/posts/comments").then().statusCode(200);

        assertThat(spans.await("step.list_comments")).isNotNull();
    }

    @Path("posts")
    public static class Posts {

        @Inject
        Comments comments;

        @Path("comments")
        public Comments comments() {
            return comments;
        }
    }

    @Dependent
    public static class Comments {
        @GET
        @Step("list_comments")
        public String list() {
            return "none";
        }
    }
}
