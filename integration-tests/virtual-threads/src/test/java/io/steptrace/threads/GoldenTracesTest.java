package io.steptrace.threads;

import static io.steptrace.test.TraceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.steptrace.test.Trace;
import io.steptrace.traces.RecordedJob;
import io.steptrace.traces.TracedCalls;

@QuarkusTest
class GoldenTracesTest {

    @Inject
    TracedCalls calls;

    @ParameterizedTest
    @CsvSource({ "page-200,1", "page-without-author-200,4", "page-500,5", "page-404,404" })
    void showsAPage(String golden, long page) throws Exception {
        assertThat(calls.get("/pages/" + page)).matchesGolden(golden);
    }

    @Test
    void accountsForTheTimeOfEffectsOnVirtualThreads() {
        Trace trace = calls.get("/pages/1");
        for (String effect : new String[] { "db.get post", "cache.get author", "http.get comments", "step.load_page.resume" }) {
            RecordedJob job = RecordedJob.of(trace, effect);
            assertThat(job.sumOfPartsMs()).as(effect).isEqualTo(job.spanMs(), within(0.002));
        }
        assertThat(RecordedJob.of(trace, "db.get post").parkWaitMs()).isGreaterThanOrEqualTo(20);
    }
}
