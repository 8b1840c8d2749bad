package io.steptrace.runtime.internal.export.otlp;

import io.vertx.core.http.HttpClientOptions;

/** Makes the options of clients to the collector; thread-safe. */
public interface ClientOptions {

    /** Options for a new client. */
    HttpClientOptions build();
}
