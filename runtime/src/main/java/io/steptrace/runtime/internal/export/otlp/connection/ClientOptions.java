package io.steptrace.runtime.internal.export.otlp.connection;

import io.vertx.core.http.HttpClientOptions;

/** Makes the options of clients to the collector; thread-safe. */
public interface ClientOptions {

    /** Options for a new client, with the certificates of now; the same object as long as nothing has changed. */
    HttpClientOptions build();

    /** Whether certificates have been renewed since; cheap, for it is asked before each request. */
    boolean areOutdated(HttpClientOptions made);
}
