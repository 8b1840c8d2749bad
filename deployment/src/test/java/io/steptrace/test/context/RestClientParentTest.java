package io.steptrace.test.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;
import io.steptrace.test.fixture.FinishedSpans;
import io.steptrace.test.fixture.HttpTest;
import io.steptrace.test.fixture.TracedApplication;

/** The span of a call by a REST client hangs below the effect that makes the call, also beside other work of the request. */
class RestClientParentTest extends HttpTest {

    private static final int PAIRS = TwoCalls.PAIRS;

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.with(TwoCalls.Page.class, TwoCalls.Comments.class,
            TwoCalls.CommentClient.class, TwoCalls.CommentResource.class);

    @Test
    void ofBlockingCallsOneAfterTheOther() {
        assertEachCallBelowItsEffect("/page/blocking");
    }

    @Test
    void ofReactiveCallsOneAfterTheOther() {
        assertEachCallBelowItsEffect("/page/chained");
    }

    @Test
    void ofReactiveCallsAtOnce() {
        assertEachCallBelowItsEffect("/page/at-once");
    }

    @Test
    void ofReactiveCallsAtOnceFromAWorker() {
        assertEachCallBelowItsEffect("/page/awaited");
    }

    @Test
    void ofBlockingCallsAtOnce() {
        assertEachCallBelowItsEffect("/page/on-workers");
    }

    @Test
    void ofBlockingCallsAtOnceInStages() {
        assertEachCallBelowItsEffect("/page/in-stages");
    }

    @ParameterizedTest
    @ValueSource(strings = { "plain", "executeBlocking", "eventLoop", "workerContext", "queue", "need", "executor" })
    void ofCallsOutsideAnyRequest(String place) {
        assertThat(getOnNewConnection("/page/outside/" + place)).startsWith("HTTP/1.1 200");
        assertEachCallBelowItsEffect();
    }

    private void assertEachCallBelowItsEffect(String path) {
        for (int pair = 0; pair < PAIRS; pair++) {
            assertThat(getOnNewConnection(path)).startsWith("HTTP/1.1 200");
        }
        assertEachCallBelowItsEffect();
    }

    private void assertEachCallBelowItsEffect() {
        List<SpanData> all = spans.await(found -> found.stream().filter(RestClientParentTest::isCall).count() == 2 * PAIRS
                && found.stream().filter(span -> span.getName().startsWith("http.get")).count() == 2 * PAIRS);
        assertThat(all).filteredOn(RestClientParentTest::isCall)
                .allSatisfy(call -> assertThat(all).filteredOn(span -> span.getSpanId().equals(call.getParentSpanId()))
                        .singleElement().extracting(SpanData::getName).asString().startsWith("http.get"));
        assertThat(all).filteredOn(span -> span.getName().startsWith("http.get"))
                .allSatisfy(effect -> assertThat(FinishedSpans.childrenOf(effect, all)).hasSize(1));
    }

    /** Each connection belongs to the next event loop, and the REST client uses those it has, of any event loop. */
    private String getOnNewConnection(String path) {
        try (Socket client = new Socket(uri.getHost(), uri.getPort())) {
            client.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: " + uri.getAuthority()
                    + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isCall(SpanData span) {
        return span.getKind() == SpanKind.CLIENT && !span.getName().startsWith("http.get");
    }
}
