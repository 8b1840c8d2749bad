package io.steptrace.deployment.method;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundConstruct;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.AroundTimeout;
import jakarta.interceptor.InvocationContext;

import org.jboss.jandex.Index;
import org.jboss.jandex.IndexView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.steptrace.Effect;
import io.steptrace.Step;

class StepMethodValidatorTest {

    @Test
    void acceptsWhatCanBeIntercepted() throws IOException {
        assertThat(violationsIn(Valid.class)).isEmpty();
    }

    @Test
    void refusesPrivateMethods() throws IOException {
        assertThat(violationsIn(Private.class)).containsExactly(
                "private method: " + Private.class.getName() + "#work - make it package-private or wider");
    }

    @Test
    void refusesStaticMethods() throws IOException {
        assertThat(violationsIn(Static.class)).containsExactly(
                "static method: " + Static.class.getName() + "#work - make it an instance method of a bean");
    }

    @Test
    void refusesAbstractMethods() throws IOException {
        assertThat(violationsIn(Abstract.class)).containsExactly("abstract method without a bean: "
                + Abstract.class.getName() + "#work - annotate the method of the bean that implements or calls it");
    }

    @Test
    void refusesBothAnnotations() throws IOException {
        assertThat(violationsIn(Both.class)).containsExactly(
                "step and effect at once: " + Both.class.getName() + "#work - keep either @Step or @Effect");
    }

    @Test
    void refusesAnExpressionOutsideTheGrammarAndListsTheKinds() throws IOException {
        assertThat(violationsIn(Grammar.class)).containsExactly("effect expression \"db\": " + Grammar.class.getName()
                + "#work - there is no \".\" between kind and operation: write \"<kind>.<operation>[ <target>]\" with a kind out of db, http, cache, messaging, rpc, file,"
                + " tcp, websocket, compute, other");
    }

    @Test
    void refusesAQueueForAValue() throws IOException {
        assertThat(violationsIn(QueuedValue.class)).containsExactly("queue \"effects\" on a method returning java.lang.String: "
                + QueuedValue.class.getName() + "#work - return Uni, CompletionStage or void, or leave the queue out");
    }

    @Test
    void refusesAQueueForAMulti() throws IOException {
        assertThat(violationsIn(QueuedMulti.class)).singleElement().asString()
                .startsWith("queue \"effects\" on a method returning io.smallrye.mutiny.Multi");
    }

    @Test
    void refusesAnAttributeOfAnUnsupportedTypeAndNamesTheParameterAndTheOverload() throws IOException {
        assertThat(violationsIn(UnsupportedAttribute.class)).containsExactly(
                "@SpanAttribute on parameter \"payload\" of type byte[]: " + UnsupportedAttribute.class.getName()
                        + "#work(String, byte[]) - leave it out, or pass a String or a List");
    }

    @ParameterizedTest
    @CsvSource({ "postConstruct,@PostConstruct", "preDestroy,@PreDestroy", "aroundInvoke,@AroundInvoke",
            "aroundConstruct,@AroundConstruct", "aroundTimeout,@AroundTimeout", "inject,@Inject" })
    void refusesWhatTheContainerCallsPastItsInterceptors(String method, String annotation) throws IOException {
        assertThat(violationsIn(Callbacks.class)).contains(annotation + " method: " + Callbacks.class.getName() + "#" + method
                + " - the container calls it past its interceptors: move the work to a method of another bean, and call that");
    }

    @Test
    void saysOfAPrivateCallbackOnlyThatItIsOne() throws IOException {
        assertThat(violationsIn(Callbacks.class)).hasSize(6);
    }

    @Test
    void refusesTwoStepsOfOneNameInAClass() throws IOException {
        assertThat(StepMethodValidator.checkNames(new StepMethodScanner(index(Twice.class), false).workMethods()))
                .extracting(Violation::message).containsExactly("step name \"load\" twice in one class: "
                        + Twice.class.getName() + "#load - give it another name than " + Twice.class.getName() + "#again");
    }

    @Test
    void findsMethodsInTheSameOrderWhateverTheIndexSays() throws IOException {
        List<String> oneWay = keys(index(Valid.class, Twice.class));
        List<String> otherWay = keys(index(Twice.class, Valid.class));
        assertThat(oneWay).isEqualTo(otherWay).isSorted();
    }

    private static List<String> keys(IndexView index) {
        return new StepMethodScanner(index, false).workMethods().stream().map(WorkMethod::key).toList();
    }

    private static List<String> violationsIn(Class<?> type) throws IOException {
        IndexView index = index(type);
        StepMethodValidator validator = new StepMethodValidator(index);
        return new StepMethodScanner(index, false).workMethods().stream().flatMap(work -> validator.check(work).stream())
                .map(Violation::message).toList();
    }

    private static IndexView index(Class<?>... types) throws IOException {
        return Index.of(Stream.concat(Stream.of(types), Stream.of(Colour.class)).toArray(Class<?>[]::new));
    }

    enum Colour {
        RED
    }

    static class Valid {
        @Step
        String value(@SpanAttribute("id") long id, @SpanAttribute("tags") List<String> tags, @SpanAttribute("c") Colour c) {
            return "";
        }

        @Step("queued")
        void queued() {
        }

        @Effect(value = "http.get comments", queue = "effects")
        Uni<String> uni() {
            return null;
        }
    }

    static class Private {
        @Step
        private void work() {
        }
    }

    static class Static {
        @Effect("db.get")
        static void work() {
        }
    }

    interface Abstract {
        @Step
        void work();
    }

    static class Both {
        @Step
        @Effect("db.get post")
        void work() {
        }
    }

    static class Grammar {
        @Effect("db")
        void work() {
        }
    }

    static class QueuedValue {
        @Step(queue = "effects")
        String work() {
            return "";
        }
    }

    static class QueuedMulti {
        @Step(queue = "effects")
        Multi<String> work() {
            return null;
        }
    }

    static class UnsupportedAttribute {
        @Step
        void work(String id, @SpanAttribute("it") byte[] payload) {
        }

        void work(@SpanAttribute("it") Object it) {
        }
    }

    static class Callbacks {
        @Step
        @PostConstruct
        private void postConstruct() {
        }

        @Effect("db.put post")
        @PreDestroy
        void preDestroy() {
        }

        @Step
        @AroundInvoke
        Object aroundInvoke(InvocationContext invocation) {
            return null;
        }

        @Step
        @AroundConstruct
        void aroundConstruct(InvocationContext invocation) {
        }

        @Step
        @AroundTimeout
        Object aroundTimeout(InvocationContext invocation) {
            return null;
        }

        @Step
        @Inject
        void inject(String it) {
        }
    }

    static class Twice {
        @Step("load")
        void again() {
        }

        @Step
        void load() {
        }
    }
}
