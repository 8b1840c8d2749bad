package io.steptrace.test.http;

import static io.steptrace.test.fixture.FinishedSpans.attribute;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;
import io.steptrace.test.fixture.HttpTest;
import io.steptrace.test.fixture.TracedApplication;
import io.vertx.core.http.HttpServerRequest;

/** Behind a proxy that Quarkus trusts, the port belongs to the client whose address is recorded, or is left out. */
class HttpProxyTest extends HttpTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.with(Ports.class)
            .overrideConfigKey("quarkus.http.proxy.proxy-address-forwarding", "true")
            .overrideConfigKey("quarkus.http.proxy.allow-forwarded", "true")
            .overrideConfigKey("quarkus.http.proxy.allow-x-forwarded", "true")
            .overrideConfigKey("quarkus.http.proxy.strict-forwarded-control", "false");

    @Test
    void isTheConnectionsWithoutAProxy() {
        String port = get("/ports").body();
        assertClient("127.0.0.1", Long.valueOf(port));
    }

    @Test
    void isUnknownWhereTheProxySaysNone() {
        getThroughProxy("/ports", "192.0.2.1");
        assertClient("192.0.2.1", null);
    }

    @Test
    void isThatOfTheClientWhereTheProxySaysIt() {
        getThroughProxy("/ports", "192.0.2.1:4711");
        assertClient("192.0.2.1", 4711L);
    }

    @Test
    void isUnknownOfAClientOnTheHostOfTheProxy() {
        getThroughProxy("/ports", "127.0.0.1");
        assertClient("127.0.0.1", null);
    }

    @Test
    void isUnknownWhereTheStandardHeaderSaysNone() {
        getWith("/ports", "Forwarded", "for=192.0.2.1;proto=http");
        assertClient("192.0.2.1", null);
    }

    @Test
    void isThatOfTheClientWhereTheStandardHeaderSaysIt() {
        getWith("/ports", "Forwarded", "for=\"192.0.2.1:4711\"");
        assertClient("192.0.2.1", 4711L);
    }

    private void assertClient(String address, Long port) {
        SpanData root = root();
        assertThat(attribute(root, "client.address")).isEqualTo(address);
        assertThat(attribute(root, "client.port")).isEqualTo(port);
    }

    @Path("/ports")
    public static class Ports {

        @GET
        public int get(HttpServerRequest request) {
            return request.connection().remoteAddress().port();
        }
    }
}
