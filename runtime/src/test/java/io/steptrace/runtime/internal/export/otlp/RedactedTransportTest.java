package io.steptrace.runtime.internal.export.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

import org.junit.jupiter.api.Test;

import io.steptrace.runtime.internal.export.Batch;
import io.steptrace.runtime.internal.export.ExportFailure;
import io.steptrace.runtime.internal.export.PartialSuccess;
import io.steptrace.runtime.internal.export.Transport;

class RedactedTransportTest {

    private static final String SECRET = "correct-horse";

    @Test
    void repeatsNoSecretOfAFailureAndKeepsTheRest() {
        ExportFailure failure = (ExportFailure) failureOf(() -> {
            throw ExportFailure.transientOne("503", Duration.ofSeconds(7), "HTTP status 503: " + SECRET);
        });

        assertThat(failure).hasMessage("HTTP status 503: ***").hasNoCause();
        assertThat(failure.errorType()).isEqualTo("503");
        assertThat(failure.isRetryable()).isTrue();
        assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void repeatsNoSecretOfAConnection() {
        Throwable failure = failureOf(() -> {
            throw ExportFailure.ofConnection(new IOException("closed", new IOException("x".repeat(250) + SECRET)));
        });

        assertThat(failure).isInstanceOf(ExportFailure.class).hasNoCause();
        assertThat(failure.getMessage()).startsWith("closed: xxx").doesNotContain("corr");
    }

    /** Such as of a header that the client refuses. */
    @Test
    void repeatsNoSecretOfAnythingUnexpected() {
        Throwable failure = failureOf(() -> {
            throw new IllegalArgumentException("not allowed in a header: " + SECRET);
        });

        assertThat(failure).isInstanceOf(RuntimeException.class).hasMessage("not allowed in a header: ***").hasNoCause();
    }

    @Test
    void repeatsNoSecretOfAnAnswer() throws Exception {
        assertThat(sending(() -> new PartialSuccess(2, "not with " + SECRET)).send(null))
                .isEqualTo(new PartialSuccess(2, "not with ***"));
        assertThat(sending(() -> PartialSuccess.ACCEPTED).send(null)).isSameAs(PartialSuccess.ACCEPTED);
    }

    private static Throwable failureOf(Callable<PartialSuccess> outcome) {
        return catchThrowable(() -> sending(outcome).send(null));
    }

    private static Transport sending(Callable<PartialSuccess> outcome) {
        return new RedactedTransport(new Transport() {

            @Override
            public PartialSuccess send(Batch batch) throws ExportFailure {
                try {
                    return outcome.call();
                } catch (ExportFailure | RuntimeException e) {
                    throw e;
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            }

            @Override
            public String target() {
                return "http://collector";
            }

            @Override
            public void close() {
                // has nothing
            }
        }, new Redaction(List.of("Bearer " + SECRET)));
    }
}
