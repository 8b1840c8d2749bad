package io.steptrace.test.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;

import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;
import io.steptrace.Effect;
import io.steptrace.Step;

/** Classes that are no bean in any build: each is refused by its own name, with advice that helps. */
class NeverBeansTest {

    private static final String GENERAL = "give the class a scope such as @ApplicationScoped, or move the method to a bean";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Words.class, SaidWords.class, Client.class, Post.class, Versioned.class,
                    LoudWords.class, Checked.class, Check.class, Comments.class, Posts.class, Made.class, Producers.class,
                    Inner.class, Inner.Core.class, Colour.class, Base.class, Heir.class, Forgotten.class))
            .overrideConfigKey("quarkus.rest-client.posts.url", "http://localhost")
            .assertException(failure -> {
                assertThat(failure).isInstanceOf(DeploymentException.class);
                assertThat(failure.getMessage().lines().filter(line -> line.startsWith("class that is no bean")).toList())
                        .containsExactlyInAnyOrderElementsOf(List.of(
                                line(", but an interface", Words.class, "byDefault",
                                        "override the method in the bean, and annotate it there"),
                                line(", but a REST client interface", Client.class, "byDefault",
                                        "annotate the method of the bean that calls the client"),
                                line(", but a REST client interface", Client.class, "get",
                                        "annotate the method of the bean that calls the client"),
                                line(", but an entity", Post.class, "publish",
                                        "move the method to a bean that works with the entity, such as its repository"),
                                line(", but an entity", Versioned.class, "touch",
                                        "move the method to a bean that works with the entity, such as its repository"),
                                line(", but a decorator", LoudWords.class, "say",
                                        "annotate the method of the bean that it decorates"),
                                line(", but an interceptor", Check.class, "check",
                                        "annotate the methods of beans that it intercepts"),
                                line(", but a sub-resource", Comments.class, "list",
                                        "give the class a scope such as @Dependent, and let the locator return an injected"
                                                + " instance"),
                                line(", but the result of a producer", Made.class, "work",
                                        "give the class a scope in place of the producer, or let the producer return"
                                                + " InterceptionProxy.create(...)"),
                                line(", but an inner class", Inner.Core.class, "work",
                                        "make the class static and give it a scope, or move the method to a bean"),
                                line(", but an enum", Colour.class, "paint", "move the method to a bean"),
                                line(", but an abstract class", Base.class, "work",
                                        "give a class that extends it a scope such as @ApplicationScoped"),
                                line("", Forgotten.class, "work", GENERAL)));
            });

    @Test
    void areRefusedWithTheirReason() {
        fail("the build should have failed");
    }

    private static String line(String reason, Class<?> type, String method, String remedy) {
        return "class that is no bean" + reason + ": " + type.getName() + "#" + method + " - " + remedy;
    }

    public interface Words {

        String say();

        @Step
        default void byDefault() {
        }
    }

    @ApplicationScoped
    public static class SaidWords implements Words {
        @Override
        public String say() {
            return "";
        }
    }

    @Path("posts")
    @RegisterRestClient(configKey = "posts")
    public interface Client {

        @GET
        @Effect("http.get posts")
        String get();

        @Step
        default void byDefault() {
        }
    }

    @Entity
    public static class Post extends Versioned {
        @Id
        long id;

        @Step
        public void publish() {
        }
    }

    @MappedSuperclass
    public abstract static class Versioned {
        @Step
        public void touch() {
        }
    }

    @Decorator
    @Priority(1)
    public static class LoudWords implements Words {

        @Inject
        @Delegate
        Words words;

        @Override
        @Step
        public String say() {
            return words.say().toUpperCase();
        }
    }

    @jakarta.interceptor.InterceptorBinding
    @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
    public @interface Checked {
    }

    @Checked
    @Interceptor
    @Priority(1)
    public static class Check {

        @AroundInvoke
        Object around(InvocationContext invocation) throws Exception {
            check();
            return invocation.proceed();
        }

        @Step
        void check() {
        }
    }

    @Path("posts")
    public static class Posts {
        @Path("comments")
        public Comments comments() {
            return new Comments();
        }
    }

    public static class Comments {
        @GET
        @Step
        public String list() {
            return "";
        }
    }

    public static class Made {
        @Step
        public void work() {
        }
    }

    public static class Producers {
        @Produces
        @ApplicationScoped
        Made made() {
            return new Made();
        }
    }

    public static class Inner {
        @ApplicationScoped
        public class Core {
            @Step
            public void work() {
            }
        }
    }

    public enum Colour {
        RED;

        @Step
        public void paint() {
        }
    }

    public abstract static class Base {
        @Step
        public void work() {
        }
    }

    public static class Heir extends Base {
    }

    public static class Forgotten {
        @Step
        public void work() {
        }
    }
}
