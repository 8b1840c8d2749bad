package io.steptrace.waits.store;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.redis.datasource.RedisDataSource;
import io.steptrace.Effect;

/** Effects that ask Redis, and block until it answers. */
@ApplicationScoped
public class Baskets {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final RedisDataSource store;

    Baskets(RedisDataSource store) {
        this.store = store;
    }

    /** Takes what nobody has put there, so that the answer is late. */
    @Effect("cache.take basket")
    public void take() {
        store.list(String.class).blpop(PATIENCE, "basket");
    }

    /** Is answered at once. */
    @Effect("cache.put basket")
    public void put() {
        store.value(String.class).set("owner", "Ada");
    }
}
