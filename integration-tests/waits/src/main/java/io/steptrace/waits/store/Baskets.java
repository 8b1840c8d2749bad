package io.steptrace.waits.store;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.RedisDataSource;
import io.smallrye.mutiny.Uni;
import io.steptrace.Effect;

/** Effects that ask Redis, most of which block until it answers. */
@ApplicationScoped
public class Baskets {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final RedisDataSource store;
    private final ReactiveRedisDataSource reactive;

    Baskets(RedisDataSource store, ReactiveRedisDataSource reactive) {
        this.store = store;
        this.reactive = reactive;
    }

    /** Asks without a thread; the first time the client has to connect before it sends anything. */
    @Effect("cache.look basket")
    public Uni<String> look() {
        return reactive.value(String.class).get("owner");
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
