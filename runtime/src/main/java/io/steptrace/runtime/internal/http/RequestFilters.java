package io.steptrace.runtime.internal.http;

import java.util.Locale;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.steptrace.runtime.internal.span.BrokenTelemetry;
import io.steptrace.runtime.internal.span.RequestAttributes;
import io.steptrace.runtime.internal.span.RootFailures;
import io.steptrace.runtime.internal.span.SpanActivation;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Prepares each request before it is routed: reads what Quarkus does not record. Present only with Quarkus' HTTP server. */
@Singleton
public class RequestFilters {

    /** Before the filters of the application, which may answer a request. */
    private static final int FIRST = 1_000;

    private final RequestSettings settings;
    private final RootFailures failures;

    public RequestFilters(RequestSettings settings, RootFailures failures) {
        this.settings = settings;
        this.failures = failures;
    }

    void register(@Observes Filters filters) {
        filters.register(this::describe, FIRST);
    }

    /** Seen before any other failure handler can answer: failures of routes, of Quarkus itself, and of what has no mapper. */
    void observe(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(request -> {
            if (request.failure() != null) {
                failures.tell(request.failure());
            }
            request.next();
        });
    }

    private void describe(RoutingContext request) {
        BrokenTelemetry.guard(() -> {
            SpanActivation.ownMdcOfRequest();
            describeConnection(request);
        });
        if (settings.pathParameters()) {
            // known once the request is routed; those of REST resources are matched elsewhere
            request.addHeadersEndHandler(
                    end -> BrokenTelemetry.guard(() -> RequestAttributes.pathParameters(request.pathParams())));
        }
        request.next();
    }

    private static void describeConnection(RoutingContext request) {
        SocketAddress client = request.request().remoteAddress();
        boolean hasPort = client != null && client.isInetSocket();
        RequestAttributes.connection(hasPort ? client.host() : null, hasPort ? (long) client.port() : null,
                hasPort ? "tcp" : "unix",
                versionOf(request.request().version()));
    }

    private static String versionOf(HttpVersion version) {
        return switch (version) {
            case HTTP_1_0 -> "1.0";
            case HTTP_1_1 -> "1.1";
            case HTTP_2 -> "2";
            default -> version.name().toLowerCase(Locale.ROOT);
        };
    }
}
