package io.steptrace.runtime.internal.config.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderRulesTest {

    private static final String KEY = "quarkus.otel.exporter.otlp.headers";

    @ParameterizedTest
    @ValueSource(strings = { "authorization=Bearer abc.def==", "X-Tenant = blue ", "x-empty=", "x=tab\there", "x=Zürich", "",
            " ", "x=wrapped at its end alone\n" })
    void letPassWhatHttpAllows(String header) {
        assertThat(violationsOf(header)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "correct-horse", "=correct-horse", "authorization: Bearer correct-horse=",
            "correct horse=battery", ":path=/horse", "x=correct\nhorse", "x=correct\r\nhorse", "x=correct\n horse",
            "x=correct\u0000horse", "x=correct\u007fhorse", "content-length=horse", "Transfer-Encoding=horse" })
    void refuseWhatItForbidsAndRepeatNoValue(String header) {
        assertThat(violationsOf(header)).singleElement().asString().startsWith(KEY + " must ").doesNotContain("horse");
    }

    /** RFC 2045 wraps base64 at 76, and so do the tools that encode it. */
    @Test
    void nameTheRemedyOfAWrappedValue() {
        assertThat(violationsOf("x-tenant=blue", "authorization=Basic Y29ycmVj\ndGhvcnNl")).containsExactly(KEY
                + " must have values of one line, but that of authorization has a line break - base64 -w0 puts none in");
    }

    @Test
    void nameNoHeaderThatMayBeACredential() {
        assertThat(violationsOf("c29tZXRoaW5nIHNlY3JldCBhbmQgbG9uZyBlbm91Z2g=a\nb")).singleElement().asString()
                .contains("that of its entry 1 has");
    }

    @ParameterizedTest
    @ValueSource(strings = { "connection=close", "Keep-Alive=5", "upgrade=h2c" })
    void refuseHeadersOfAConnectionWhereHttp2KnowsNone(String header) {
        assertThat(violationsOf(header)).isEmpty();
        assertThat(HeaderRules.violationsOf(KEY, List.of(header), true)).singleElement().asString()
                .startsWith(KEY + " must not have the header ").endsWith(" - leave it to the client");
    }

    private static List<String> violationsOf(String... headers) {
        return HeaderRules.violationsOf(KEY, List.of(headers), false);
    }
}
