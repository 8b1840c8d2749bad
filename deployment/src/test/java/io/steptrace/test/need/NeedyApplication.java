package io.steptrace.test.need;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;

import io.smallrye.mutiny.Uni;
import io.steptrace.Effect;
import io.steptrace.Join;
import io.steptrace.Need;
import io.steptrace.Slot;
import io.steptrace.Step;

/** An application that describes needs of all sorts. */
final class NeedyApplication {

    private NeedyApplication() {
    }

    @ApplicationScoped
    public static class Posts {

        private volatile Supplier<Uni<String>> post;
        private volatile Supplier<Uni<String>> author;

        void setPost(Supplier<Uni<String>> next) {
            post = next;
        }

        void setAuthor(Supplier<Uni<String>> next) {
            author = next;
        }

        @Effect("db.get post")
        Uni<String> post() {
            return post.get();
        }

        @Effect("http.get author")
        Uni<String> author() {
            return author.get();
        }
    }

    @ApplicationScoped
    public static class Pages {

        private static final Slot<String> POST = Slot.of("post");
        private static final Slot<String> AUTHOR = Slot.of("author");

        @Inject
        Posts posts;

        @Inject
        Pages self;

        @Inject
        Visitor visitor;

        @Step
        Uni<String> page() {
            return Need.parallel().require(POST, posts::post).attempt(AUTHOR, posts::author)
                    .resume(slots -> slots.get(POST) + " by " + slots.find(AUTHOR).orElse("an unknown author"));
        }

        @Step
        Uni<String> both() {
            return Need.parallel().require(POST, posts::post).require(AUTHOR, posts::author).resume(slots -> "never");
        }

        @Step
        Uni<String> fastest() {
            return Need.parallel().join(Join.FIRST_SUCCESS).require(POST, posts::post).require(AUTHOR, posts::author)
                    .resume(slots -> slots.find(POST).or(() -> slots.find(AUTHOR)).orElseThrow());
        }

        @Step
        Uni<String> required() {
            return Need.parallel().join(Join.ALL_REQUIRED).attempt(AUTHOR, posts::author).require(POST, posts::post)
                    .resume(slots -> slots.get(POST));
        }

        @Step
        Uni<String> nested() {
            return Need.sequential().require(AUTHOR, self::cachedAuthor).resume(slots -> slots.get(AUTHOR));
        }

        @Effect("cache.get author")
        Uni<String> cachedAuthor() {
            return posts.author();
        }

        @Step
        Uni<String> twice() {
            return Need.parallel().require(POST, posts::post).resumeAsync(first -> Need.parallel()
                    .require(AUTHOR, posts::author)
                    .resume(second -> first.get(POST) + " by " + second.get(AUTHOR)));
        }

        @Step(queue = "effects")
        Uni<String> queued() {
            return Need.parallel().require(POST, posts::post).resume(slots -> slots.get(POST));
        }

        @ActivateRequestContext
        List<String> greetings() {
            return List.of(visitor.name(), self.greet().await().indefinitely());
        }

        @Step
        Uni<String> greet() {
            return Need.parallel().require(POST, posts::post).resume(slots -> visitor.name());
        }

        Uni<String> outsideAStep() {
            return Need.parallel().attempt(POST, () -> Uni.createFrom().item("Post"))
                    .resume(slots -> Thread.currentThread().getName());
        }
    }

    @RequestScoped
    public static class Visitor {

        private final String name = UUID.randomUUID().toString();

        String name() {
            return name;
        }
    }
}
