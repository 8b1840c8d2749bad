package io.steptrace.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.QuarkusUnitTest;

class InvalidConfigTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withEmptyApplication()
            .overrideRuntimeConfigKey("quarkus.steptrace.promote.park-wait", "-1ms")
            .overrideRuntimeConfigKey("quarkus.steptrace.queues.\"unused\".capacity", "-5")
            .assertException(failure -> assertThat(rootOf(failure)).isInstanceOf(ConfigurationException.class)
                    .hasMessage("quarkus.steptrace.promote.park-wait must be at least 0, was PT-0.001S\n"
                            + "quarkus.steptrace.queues.\"unused\".capacity must be at least 0, was -5"));

    @Test
    void stopsTheStart() {
        fail("the application should not have started");
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
