package io.steptrace.runtime.internal.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.List;

import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

import io.steptrace.runtime.internal.export.ExportStatus;

class ExportHealthCheckTest {

    @Test
    void saysThatNoThreadHasEnded() {
        assertThat(check(List.of()).getData().orElseThrow()).containsEntry("lost-threads", "none");
    }

    @Test
    void saysWhichThreadHasEndedAndStaysUp() {
        HealthCheckResponse response = check(List.of("steptrace-export", "steptrace-batches"));
        assertThat(response.getData().orElseThrow()).containsEntry("lost-threads", "steptrace-export, steptrace-batches");
        assertThat(response.getStatus()).isEqualTo(Status.UP);
    }

    /** The status of no export, but for its threads. */
    private static HealthCheckResponse check(List<String> lostThreads) {
        ExportStatus off = ExportStatus.off();
        return new ExportHealthCheck((ExportStatus) Proxy.newProxyInstance(ExportStatus.class.getClassLoader(),
                new Class<?>[] { ExportStatus.class }, (proxy, method, arguments) -> method.getName().equals("lostThreads")
                        ? lostThreads
                        : method.invoke(off, arguments)))
                .call();
    }
}
