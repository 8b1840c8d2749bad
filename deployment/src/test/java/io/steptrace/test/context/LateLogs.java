package io.steptrace.test.context;

import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.jboss.logging.MDC;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.steptrace.Effect;
import io.steptrace.Step;
import io.vertx.core.Future;
import io.vertx.core.Promise;

/** An application that looks at its log MDC in callbacks of a client of Vert.x. */
final class LateLogs {

    private LateLogs() {
    }

    @Path("/page")
    @NonBlocking
    public static class Page extends LatePage {

        @Inject
        Parts parts;

        @Inject
        LateNotes notes;

        @GET
        @Path("/uni")
        public CompletionStage<String> uni() {
            MDC.put("user", "reader");
            notes.take("before", "");
            CompletionStage<String> asked = parts.uni(port()).subscribeAsCompletionStage();
            return noted(asked);
        }

        @GET
        @Path("/stage")
        public CompletionStage<String> stage() {
            notes.take("before", "");
            return noted(parts.stage(port()));
        }

        @GET
        @Path("/multi")
        public CompletionStage<String> multi() {
            notes.take("before", "");
            return noted(parts.multi(port()).collect().last().subscribeAsCompletionStage());
        }

        private CompletionStage<String> noted(CompletionStage<String> asked) {
            notes.take("same turn", "");
            return asked.thenApply(part -> notes.take("after", part));
        }

        @GET
        @Path("/with-span")
        public Uni<String> withSpan() {
            return parts.spanned(port());
        }

        @GET
        @Path("/entered")
        public Uni<String> entered() {
            return parts.entering(port());
        }

        /** A callback that carries the context of the request, while an effect is awaited there. */
        @GET
        @Path("/beside")
        public Uni<String> beside() {
            parts.never().subscribe().with(never -> {
            });
            return Uni.createFrom().completionStage(() -> client.get(port()).toCompletionStage())
                    .map(part -> notes.take("callback of request", part));
        }

        @GET
        @Path("/at-once")
        public Uni<String> atOnce() {
            return parts.both(port()).map(part -> notes.take("after", part));
        }

        @GET
        @Path("/afterwards")
        public Uni<String> afterwards() {
            int port = port();
            return parts.uni(port).chain(part -> Uni.createFrom().completionStage(
                    () -> client.get(port).map(again -> notes.take("afterwards", again)).toCompletionStage()));
        }
    }

    @ApplicationScoped
    public static class Parts {

        @Inject
        LateParts.Client client;

        @Inject
        LateNotes notes;

        @Inject
        Parts self;

        @Inject
        Tracer tracer;

        private Future<String> noting(int port) {
            return client.get(port).map(part -> notes.take("callback", part));
        }

        @Effect("other.ask")
        Uni<String> uni(int port) {
            return Uni.createFrom().completionStage(() -> noting(port).toCompletionStage());
        }

        @Effect("other.ask")
        CompletionStage<String> stage(int port) {
            return noting(port).toCompletionStage();
        }

        @Effect("other.ask")
        Multi<String> multi(int port) {
            return Multi.createFrom().completionStage(() -> noting(port).toCompletionStage());
        }

        @WithSpan("spanned")
        Uni<String> spanned(int port) {
            return Uni.createFrom().completionStage(() -> noting(port).toCompletionStage());
        }

        @Effect("other.ask")
        Uni<String> entering(int port) {
            return Uni.createFrom().completionStage(() -> client.get(port).map(part -> {
                self.within();
                notes.take("after step", part);
                byHand();
                notes.take("after made current", part);
                self.spannedWithin();
                return notes.take("after with span", part);
            }).toCompletionStage());
        }

        private void byHand() {
            Span span = tracer.spanBuilder("by hand").startSpan();
            try (Scope ignored = span.makeCurrent()) {
                notes.take("made current", "");
            } finally {
                span.end();
            }
        }

        @Step("within")
        void within() {
            notes.take("step", "");
        }

        @WithSpan("spanned")
        void spannedWithin() {
            notes.take("with span", "");
        }

        @Effect("other.never")
        Uni<String> never() {
            return Uni.createFrom().nothing();
        }

        @Effect("other.wait")
        Uni<String> waiting(Future<String> other) {
            return Uni.createFrom().completionStage(other::toCompletionStage);
        }

        /** The second is over only after a callback of its client has come behind the end of the first. */
        @Step("both")
        Uni<String> both(int port) {
            Promise<String> first = Promise.promise();
            Promise<String> second = Promise.promise();
            client.get(port).onSuccess(part -> {
                notes.take("first", part);
                first.complete(part);
                client.get(port).onSuccess(again -> second.complete(notes.take("second", again)));
            });
            return Uni.combine().all()
                    .unis(self.waiting(first.future()).map(part -> notes.take("within both", part)),
                            self.waiting(second.future()))
                    .with((one, other) -> one);
        }
    }
}
