package io.steptrace.runtime.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.security.cert.CertificateException;

import org.junit.jupiter.api.Test;

/** What a failure is called in a log. */
class LogTextTest {

    @Test
    void describesAFailureByItsMessageOrItsType() {
        assertThat(LogText.describe(new IOException("no\nway"))).isEqualTo("no way");
        assertThat(LogText.describe(new IOException())).isEqualTo("IOException");
    }

    @Test
    void describesAFailureInOneLineWhateverItSays() {
        assertThat(LogText.describe(new IOException("\u001b[2Ja\u0085b\u2028c\u202ed" + "x".repeat(1_000))))
                .startsWith("[2Ja b c d").hasSize(258).endsWith("...");
        assertThat(LogText.printable("\u0007\u0085")).isNull();
    }

    @Test
    void addsTheReasonThatItsRootKnows() {
        IOException failure = new IOException("handshake failed", new IOException(new CertificateException("unknown issuer")));
        assertThat(LogText.describe(failure)).isEqualTo("handshake failed: unknown issuer");
    }

    @Test
    void saysNothingTwice() {
        ConnectException failure = new ConnectException("Connection refused: /127.0.0.1:4318");
        failure.initCause(new ConnectException("Connection refused"));
        assertThat(LogText.describe(failure)).isEqualTo("Connection refused: /127.0.0.1:4318");
    }

    @Test
    void endsWhereFailuresAreEachOthersCause() {
        IOException one = new IOException("one");
        IOException other = new IOException("other", one);
        one.initCause(other);
        assertThat(LogText.describe(one)).isEqualTo("one");
    }

    @Test
    void showsAnAddressWithoutWhatMayBeACredential() {
        assertThat(LogText.address(URI.create("http://user:correct-horse@collector:4317/path?token=x")))
                .isEqualTo("http://collector:4317");
        assertThat(LogText.address(URI.create("http://localhost:4317"))).isEqualTo("http://localhost:4317");
    }
}
