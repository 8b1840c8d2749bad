package io.steptrace.test.reload;

import static org.assertj.core.api.Assertions.assertThat;

import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.ContinuousTestingTestUtils;
import io.quarkus.test.ContinuousTestingTestUtils.TestStatus;
import io.quarkus.test.QuarkusDevModeTest;
import io.steptrace.test.fixture.FinishedSpans;

/** Continuous testing: an application's tests see its spans, and run again whenever a step changes. */
@Tag("dev-mode")
class ContinuousTestingTest {

    @RegisterExtension
    static final QuarkusDevModeTest APPLICATION = new QuarkusDevModeTest()
            .withApplicationRoot(jar -> jar.addClasses(ReloadedPosts.class)
                    .add(new StringAsset(ContinuousTestingTestUtils.appProperties(
                            FinishedSpans.EXPORT_DELAY_KEY + "=" + FinishedSpans.EXPORT_DELAY)), "application.properties"))
            .withTestArchive(jar -> jar.addClasses(ReloadedPostsET.class, FinishedSpans.class,
                    FinishedSpans.Exporter.class));

    @Test
    void followsAStepFromGreenToRedAndBack() {
        ContinuousTestingTestUtils runs = new ContinuousTestingTestUtils();
        assertGreen(runs.waitForNextCompletion());

        change("\"load_post\"", "\"read_post\"");
        TestStatus red = runs.waitForNextCompletion();
        assertThat(red.getTestsFailed()).isEqualTo(1);
        assertThat(red.getTestsPassed()).isZero();

        change("\"read_post\"", "\"load_post\"");
        assertGreen(runs.waitForNextCompletion());
    }

    private static void assertGreen(TestStatus status) {
        assertThat(status.getTestsPassed()).isEqualTo(1);
        assertThat(status.getTestsFailed()).isZero();
    }

    private static void change(String from, String to) {
        APPLICATION.modifySourceFile(ReloadedPosts.class, source -> source.replace(from, to));
    }
}
