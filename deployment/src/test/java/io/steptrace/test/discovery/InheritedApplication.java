package io.steptrace.test.discovery;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.faulttolerance.Retry;

import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.steptrace.Effect;
import io.steptrace.Step;

/** Beans whose steps and effects stand in classes they extend. */
final class InheritedApplication {

    private InheritedApplication() {
    }

    public abstract static class AbstractRes<T> {

        private final AtomicInteger calls = new AtomicInteger();

        @Step("create")
        public T create(@SpanAttribute("dto") T dto) {
            return dto;
        }

        @WithSpan
        public T plain(T dto) {
            return dto;
        }

        @Effect("db.find dto")
        public T find(@SpanAttribute("ids") T[] ids) {
            return ids[0];
        }

        @Step(queue = "bridged")
        public CompletionStage<T> queued(T dto) {
            return CompletableFuture.completedFuture(dto);
        }

        @Step
        @Retry(delay = 0)
        public T retried(T dto) {
            if (calls.getAndIncrement() == 0) {
                throw new IllegalStateException("not yet");
            }
            return dto;
        }
    }

    public interface Api {

        String create(String dto);

        String plain(String dto);

        String find(String[] ids);

        CompletionStage<String> queued(String dto);

        String retried(String dto);
    }

    public interface Found {
        String create(String dto);
    }

    @ApplicationScoped
    @Typed({ Res.class, Api.class })
    public static class Res extends AbstractRes<String> implements Api {

        void callsItself() {
            create("dto");
        }
    }

    @Singleton
    @Typed(SingletonRes.class)
    public static class SingletonRes extends AbstractRes<String> implements Found {
    }

    @Dependent
    @Typed(DependentRes.class)
    public static class DependentRes extends AbstractRes<String> implements Found {
    }

    public abstract static class TypedBase {
        @Step("typed")
        public String create(String dto) {
            return dto;
        }
    }

    public interface GenericApi<T> {
        T create(T dto);
    }

    @ApplicationScoped
    public static class TypedRes extends TypedBase implements GenericApi<String> {
    }

    abstract static class Hidden {
        @Step("hidden")
        public void work() {
        }
    }

    @ApplicationScoped
    public static class Shown extends Hidden {
    }

    public interface Answer {
        Object answer();
    }

    @ApplicationScoped
    @Typed(Overrides.class)
    public static class Overrides extends AbstractRes<String> implements Api, Answer {

        @Override
        @Step("narrowed")
        public String create(String dto) {
            return dto;
        }

        @Override
        @Step
        public String answer() {
            return "answer";
        }
    }
}
