package io.steptrace.runtime.internal.http.root;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.steptrace.runtime.internal.context.SpanActivation;
import io.steptrace.runtime.internal.telemetry.BrokenTelemetry;
import io.steptrace.runtime.internal.text.EnumName;
import io.steptrace.runtime.internal.trace.LocalTraceState;
import io.steptrace.runtime.internal.trace.TraceAssembler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Prepares each request before it is routed: reads what Quarkus does not record. Present only with Quarkus' HTTP server. */
@Singleton
public class RequestFilters {

    /** Before the filters of the application, which may answer a request. */
    private static final int FIRST = 1_000;
    private static final CharSequence FORWARDED = HttpHeaders.createOptimized("Forwarded");
    private static final CharSequence X_FORWARDED_FOR = HttpHeaders.createOptimized("X-Forwarded-For");
    private static final int LAST_BUT_ONE = Integer.MAX_VALUE - 1;

    private final RequestSettings settings;
    private final RootFailures failures;
    private final GivenNames givenNames;

    public RequestFilters(RequestSettings settings, RootFailures failures, GivenNames givenNames) {
        this.settings = settings;
        this.failures = failures;
        this.givenNames = givenNames;
    }

    void register(@Observes Filters filters) {
        ClientLeft.serverStops(false);
        filters.register(this::describe, FIRST);
    }

    void stop(@Observes ShutdownEvent shutdown) {
        ClientLeft.serverStops(true);
    }

    /** Seen before any other failure handler can answer: failures of routes, of Quarkus itself, and of what has no mapper. */
    void observe(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(request -> {
            BrokenTelemetry.guard(() -> {
                HttpServerResponse response = request.response();
                if (request.failure() != null) {
                    failures.record(Context.current(), request.failure(), response.headWritten() && !response.closed());
                }
            });
            request.next();
        });
    }

    /** Behind the failure handlers of the application, and before Quarkus' own, which is the last. */
    void answerRejections(@Observes Router router) {
        router.route().order(LAST_BUT_ONE).failureHandler(new RejectionAnswer(settings.rejectionStatus()));
    }

    private void describe(RoutingContext request) {
        BrokenTelemetry.guard(() -> {
            SpanActivation.ownMdcOfRequest();
            ClientLeft.watch(request.response());
            describeConnection(request.request());
            Span current = Span.current();
            ReadableSpan root = current.isRecording() ? LocalTraceState.readable(current) : null;
            if (root != null) {
                String nameAtArrival = root.getName();
                request.addHeadersEndHandler(end -> BrokenTelemetry.guard(() -> {
                    TraceAssembler.answers(root);
                    givenNames.note(root, nameAtArrival);
                }));
            }
        });
        if (settings.pathParameters()) {
            // known once the request is routed; those of REST resources are matched elsewhere
            request.addHeadersEndHandler(
                    end -> BrokenTelemetry.guard(() -> RequestAttributes.pathParameters(request.pathParams())));
        }
        request.next();
    }

    private static void describeConnection(HttpServerRequest request) {
        boolean hasProxy = request.headers().contains(FORWARDED) || request.headers().contains(X_FORWARDED_FOR);
        SocketAddress caller = request.connection().remoteAddress();
        // the request puts much together to answer this, and would say the same without those headers
        SocketAddress client = hasProxy ? request.remoteAddress() : caller;
        boolean hasPort = client != null && client.isInetSocket();
        // if Quarkus trusts a proxy that says no port, it takes that of the proxy, and only that knows the client's
        boolean isPortKnown = hasPort && !(hasProxy && client.port() == caller.port());
        RequestAttributes.connection(hasPort ? client.host() : null, isPortKnown ? (long) client.port() : null,
                hasPort ? "tcp" : "unix", versionOf(request.version()));
    }

    private static String versionOf(HttpVersion version) {
        return switch (version) {
            case HTTP_1_0 -> "1.0";
            case HTTP_1_1 -> "1.1";
            case HTTP_2 -> "2";
            default -> EnumName.of(version);
        };
    }
}
