package io.steptrace.faults;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;

/** Calls this very process over HTTP, and fails then. Answers the ids of all spans of both requests, one a line. */
@Path("/itself")
public class ItselfResource {

    @GET
    public RestResponse<String> call(UriInfo uri) throws IOException, InterruptedException {
        SpanContext caller = Span.current().getSpanContext();
        HttpRequest request = HttpRequest.newBuilder(uri.getBaseUri().resolve("spans/2"))
                .header("traceparent",
                        "00-" + caller.getTraceId() + "-" + caller.getSpanId() + "-" + caller.getTraceFlags().asHex())
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        String called = answer.headers().firstValue(SpansResource.ROOT).orElseThrow();
        String made = answer.body().substring(answer.body().indexOf('\n') + 1);
        return ResponseBuilder.create(Status.INTERNAL_SERVER_ERROR, caller.getSpanId() + "\n" + called + "\n" + made).build();
    }
}
