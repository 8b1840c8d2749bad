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
    static final QuarkusUnitTest APPLICATION = TracedApplication.withoutPromotion(InheritedApplication.class);

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

        SpanData span = spans.awaitOnly("step.create");
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
        spans.awaitOnly("step.create");
    }

    @Test
    void hasASpanThroughTheBaseClass() {
        AbstractRes<String> base = res;
        base.create("dto");
        spans.awaitOnly("step.create");
    }

    @Test
    void hasASpanWithoutAClientProxy() {
        singleton.create("dto");
        spans.awaitOnly("step.create");
        spans.reset();
        ((Found) singleton).create("dto");
        spans.awaitOnly("step.create");
        spans.reset();
        ((Found) dependent).create("dto");
        spans.awaitOnly("step.create");
    }

    @Test
    void hasASpanWhenTheBeanCallsItself() {
        res.callsItself();
        spans.awaitOnly("step.create");
    }

    @Test
    void keepsEffectsQueuesAndAttributesOfArrays() {
        api.find(new String[] { "a" });
        SpanData effect = spans.awaitOnly("db.find dto");
        assertThat(FinishedSpans.attribute(effect, "ids")).isEqualTo(List.of("a"));

        spans.reset();
        assertThat(api.queued("dto").toCompletableFuture().join()).isEqualTo("dto");
        assertThat(FinishedSpans.attribute(spans.awaitOnly("step.queued"), "job.queue")).isEqualTo("bridged");
    }

    @Test
    void keepsFaultTolerance() {
        assertThat(api.retried("dto")).isEqualTo("dto");

        SpanData span = spans.awaitOnly("step.retried");
        assertThat(FinishedSpans.eventNames(span)).contains("steptrace.retry");
    }

    @Test
    void hasASpanThroughAnInterfaceThatKnowsLess() {
        assertThat(generic.create("dto")).isEqualTo("dto");
        spans.awaitOnly("step.typed");
    }

    @Test
    void hasASpanWhereThePublicMethodIsOfAHiddenClass() {
        shown.work();
        spans.awaitOnly("step.hidden");
    }

    @Test
    void hasOneSpanOfAnOverridingMethodWithANarrowerResult() {
        Api seenAsApi = overrides;
        seenAsApi.create("dto");
        spans.awaitOnly("step.narrowed");
        spans.reset();
        AbstractRes<String> base = overrides;
        base.create("dto");
        spans.awaitOnly("step.narrowed");
        spans.reset();
        Answer answer = overrides;
        assertThat(answer.answer()).isEqualTo("answer");
        spans.awaitOnly("step.answer");
    }

    /** The span, and no other of this extension beside it. */
}
