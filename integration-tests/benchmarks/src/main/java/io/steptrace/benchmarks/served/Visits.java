package io.steptrace.benchmarks.served;

import java.util.function.Supplier;

import io.vertx.core.http.HttpClientResponse;

/** What readers ask for, and what they make of the answers. Called on one event loop. */
public interface Visits {

    /** The page to ask for next. */
    String next();

    /**
     * An answer has come; its body is not read yet.
     *
     * @throws IllegalStateException if it is not what was to be expected, which ends the load
     */
    void answered(HttpClientResponse response);

    /** One page over and over; any answer but 200 ends the load. */
    static Visits to(String page) {
        return to(() -> page);
    }

    /** Whichever page is next; any answer but 200 ends the load. */
    static Visits to(Supplier<String> pages) {
        return new Visits() {
            @Override
            public String next() {
                return pages.get();
            }

            @Override
            public void answered(HttpClientResponse response) {
                if (response.statusCode() != 200) {
                    throw new IllegalStateException(
                            "only answers with status 200 count: "
                                    + response.request().getURI() + " gave " + response.statusCode());
                }
            }
        };
    }
}
