package io.steptrace.benchmarks.served;

import io.vertx.core.http.HttpClientResponse;

/** The same page over and over. */
record OnePage(String page) implements Visits {

    @Override
    public String next() {
        return page;
    }

    @Override
    public void answered(HttpClientResponse response) {
        if (response.statusCode() != 200) {
            throw new IllegalStateException(
                    "only answers with status 200 count: " + page + " gave " + response.statusCode());
        }
    }
}
