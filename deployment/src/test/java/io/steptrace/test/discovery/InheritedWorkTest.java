package io.steptrace.test.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;
import io.steptrace.test.discovery.InheritedApplication.AbstractRes;
import io.steptrace.test.discovery.InheritedApplication.Answer;
import io.steptrace.test.discovery.InheritedApplication.Api;
import io.steptrace.test.discovery.InheritedApplication.DependentRes;
import io.steptrace.test.discovery.InheritedApplication.Found;
import io.steptrace.test.discovery.InheritedApplication.GenericApi;
import io.steptrace.test.discovery.InheritedApplication.Overrides;
import io.steptrace.test.discovery.InheritedApplication.Res;
import io.steptrace.test.discovery.InheritedApplication.Shown;
import io.steptrace.test.discovery.InheritedApplication.SingletonRes;
import io.steptrace.test.fixture.FinishedSpans;
import io.steptrace.test.fixture.TracedApplication;
import io.steptrace.test.fixture.TracedTest;

/** Work that a bean inherits, and that is called through what the compiler makes of it: one span a call, whichever way. */
class InheritedWorkTest extends TracedTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.with(InheritedApplication.class)
            .overrideConfigKey("quarkus.steptrace.promote.queue-wait", "1h")
            .overrideConfigKey("quarkus.steptrace.promote.park-wait", "1h");

    @Inject
    Api api;

    @Inject
    Res res;

    @Inject
    SingletonRes singleton;

    @Inject
    DependentRes dependent;

    @Inject
    GenericApi<String> generic;

    @Inject
    Shown shown;

    @Inject
    Overrides overrides;

    @Test
    void hasASpanThroughAnInterfaceThatKnowsTheType() {
        assertThat(api.create("dto")).isEqualTo("dto");

        SpanData span = onlySpan("step.create");
        assertThat(FinishedSpans.attribute(span, "dto")).isEqualTo("dto");
        assertThat(FinishedSpans.attribute(span, "code.function.name")).isEqualTo(AbstractRes.class.getName() + ".create");
    }

    @Test
    void hasASpanWhereWithSpanHasOne() {
        assertThat(api.plain("dto")).isEqualTo("dto");

        assertThat(spans.await("Res.plain")).isNotNull();
    }

    @Test
    void hasASpanThroughTheClass() {
        res.create("dto");
        onlySpan("step.create");
    }

    @Test
    void hasASpanThroughTheBaseClass() {
        AbstractRes<String> base = res;
        base.create("dto");
        onlySpan("step.create");
    }

    @Test
    void hasASpanWithoutAClientProxy() {
        singleton.create("dto");
        onlySpan("step.create");
        spans.reset();
        ((Found) singleton).create("dto");
        onlySpan("step.create");
        spans.reset();
        ((Found) dependent).create("dto");
        onlySpan("step.create");
    }

    @Test
    void hasASpanWhenTheBeanCallsItself() {
        res.callsItself();
        onlySpan("step.create");
    }

    @Test
    void keepsEffectsQueuesAndAttributesOfArrays() {
        api.find(new String[] { "a" });
        SpanData effect = onlySpan("db.find dto");
        assertThat(FinishedSpans.attribute(effect, "ids")).isEqualTo(List.of("a"));

        spans.reset();
        assertThat(api.queued("dto").toCompletableFuture().join()).isEqualTo("dto");
        assertThat(FinishedSpans.attribute(onlySpan("step.queued"), "job.queue")).isEqualTo("bridged");
    }

    @Test
    void keepsFaultTolerance() {
        assertThat(api.retried("dto")).isEqualTo("dto");

        SpanData span = onlySpan("step.retried");
        assertThat(FinishedSpans.eventNames(span)).contains("steptrace.retry");
    }

    @Test
    void hasASpanThroughAnInterfaceThatKnowsLess() {
        assertThat(generic.create("dto")).isEqualTo("dto");
        onlySpan("step.typed");
    }

    @Test
    void hasASpanWhereThePublicMethodIsOfAHiddenClass() {
        shown.work();
        onlySpan("step.hidden");
    }

    @Test
    void hasOneSpanOfAnOverridingMethodWithANarrowerResult() {
        Api seenAsApi = overrides;
        seenAsApi.create("dto");
        onlySpan("step.narrowed");
        spans.reset();
        AbstractRes<String> base = overrides;
        base.create("dto");
        onlySpan("step.narrowed");
        spans.reset();
        Answer answer = overrides;
        assertThat(answer.answer()).isEqualTo("answer");
        onlySpan("step.answer");
    }

    /** The span, and no other of this extension beside it. */
    private SpanData onlySpan(String name) {
        SpanData span = spans.await(name);
        spans.flush();
        assertThat(spans.soFar()).extracting(SpanData::getName).containsExactly(name);
        return span;
    }
}
