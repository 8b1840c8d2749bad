package io.steptrace.test.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.InterceptionType;
import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.arc.ClientProxy;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;
import io.steptrace.JobQueue;
import io.steptrace.Need;
import io.steptrace.ParkCause;
import io.steptrace.Parking;
import io.steptrace.Slot;
import io.steptrace.Step;
import io.steptrace.runtime.internal.interception.WorkBinding;
import io.steptrace.test.fixture.TracedApplication;

class DisabledTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.with(Work.class)
            .overrideConfigKey("quarkus.steptrace.enabled", "false");

    @Inject
    Work work;

    @Inject
    BeanManager beans;

    @Inject
    @JobQueue("effects")
    ManagedExecutor executor;

    @Test
    void leavesNoInterceptorOnTheApplication() {
        // an intercepted bean is an instance of a generated subclass
        assertThat(ClientProxy.unwrap(work).getClass()).isSameAs(Work.class);
        assertThatThrownBy(() -> beans.resolveInterceptors(InterceptionType.AROUND_INVOKE, new WorkBindingLiteral()))
                .hasMessageContaining("not a registered interceptor binding");
    }

    @Test
    void leavesNoBeanButTheSubstitutedExecutor() {
        List<String> own = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(bean -> bean.getBeanClass().getName())
                .filter(name -> name.startsWith("io.steptrace.") && !name.startsWith("io.steptrace.test.")).toList();
        assertThat(own).isEmpty();
        assertThat(executor.supplyAsync(() -> "ran").join()).isEqualTo("ran");
    }

    @Test
    void leavesNothingInContextPropagation() {
        assertThatThrownBy(() -> ThreadContext.builder().propagated("Steptrace").cleared(ThreadContext.ALL_REMAINING).build())
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("Steptrace");
    }

    /** Of an application before this one a thread may be about to end. */
    @Test
    void opensNoStreamOfWaitsAndLooksForNothing() {
        Awaitility.await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName)
                .doesNotContain("steptrace-waits", "steptrace-witness"));
    }

    @Test
    void runsQueuedWorkOnItsCaller() {
        assertThat(work.queued().await().indefinitely()).isEqualTo(Thread.currentThread().getName());
    }

    @Test
    void runsContinuationsWhereTheirNeedIsMet() {
        Slot<String> slot = Slot.of("thread");
        String thread = Need.parallel().require(slot, work::queued).resume(slots -> slots.get(slot)).await().indefinitely();
        assertThat(thread).isEqualTo(Thread.currentThread().getName());
    }

    private static final class WorkBindingLiteral extends jakarta.enterprise.util.AnnotationLiteral<WorkBinding>
            implements WorkBinding {

        private static final long serialVersionUID = 1L;

        @Override
        public int id() {
            return 0;
        }
    }

    @ApplicationScoped
    public static class Work {

        @Step(queue = "effects")
        Uni<String> queued() {
            Parking.park(ParkCause.LOCK).close();
            return Uni.createFrom().item(Thread.currentThread().getName());
        }
    }
}
