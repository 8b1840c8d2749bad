package io.steptrace.test.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.DeploymentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;
import io.steptrace.Effect;
import io.steptrace.Step;

class InvalidApplicationTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Broken.class, Contract.class, NoBean.class))
            .overrideConfigKey("quarkus.steptrace.queues.\"impossible\".concurrency", "0")
            .overrideConfigKey("quarkus.steptrace.queues.\"impossible\".capacity", "-1")
            .assertException(failure -> {
                assertThat(failure).isInstanceOf(DeploymentException.class);
                String broken = Broken.class.getName();
                assertThat(failure.getMessage()).startsWith("Steptrace: ");
                assertThat(failure.getStackTrace()).isEmpty();
                assertThat(failure.getMessage().lines()).containsExactlyInAnyOrder(
                        "Steptrace: 6 mistakes in the application",
                        "private method: " + broken + "#hidden - make it package-private or wider",
                        "class that is no bean: " + NoBean.class.getName()
                                + "#lost - give the class a scope such as @ApplicationScoped, or move the method to a bean",
                        "class that is no bean, but an interface: " + Contract.class.getName()
                                + "#byDefault - override the method in the bean, and annotate it there",
                        "effect expression \"sql.get post\": " + broken
                                + "#outsideTheGrammar - \"sql\" is no kind: write \"<kind>.<operation>[ <target>]\" with a kind out of db, http,"
                                + " cache, messaging, rpc, file, tcp, websocket, compute, other",
                        "queue \"impossible\" with impossible limits: " + broken
                                + "#queued - quarkus.steptrace.queues.\"impossible\".concurrency must be at least 1, was 0",
                        "queue \"impossible\" with impossible limits: " + broken
                                + "#queued - quarkus.steptrace.queues.\"impossible\".capacity must be at least 0, was -1");
            });

    @Test
    void reportsEverythingAtOnce() {
        fail("the build should have failed");
    }

    public interface Contract {

        @Step
        default void byDefault() {
        }
    }

    @ApplicationScoped
    public static class Broken implements Contract {

        @Step
        private void hidden() {
        }

        @Effect("sql.get post")
        void outsideTheGrammar() {
        }

        @Step(queue = "impossible")
        void queued() {
        }
    }

    public static class NoBean {

        @Step
        void lost() {
        }
    }
}
