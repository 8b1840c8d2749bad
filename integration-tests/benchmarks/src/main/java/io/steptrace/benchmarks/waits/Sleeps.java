package io.steptrace.benchmarks.waits;

import io.steptrace.benchmarks.served.Visits;
import io.vertx.core.http.HttpClientResponse;

/** Asks for a page that sleeps once, for longer than a wait has to be, and briefly enough for many by few connections. */
final class Sleeps implements Visits {

    static final Visits VISITS = new Sleeps();

    private static final String PAGE = "/remarkable/delay/6";

    private Sleeps() {
    }

    @Override
    public String next() {
        return PAGE;
    }

    @Override
    public void answered(HttpClientResponse response) {
        if (response.statusCode() != 204) {
            throw new IllegalStateException("only answers with status 204 count: " + PAGE + " gave " + response.statusCode());
        }
    }
}
