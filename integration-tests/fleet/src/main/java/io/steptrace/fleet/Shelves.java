package io.steptrace.fleet;

import jakarta.enterprise.context.ApplicationScoped;

import io.steptrace.Effect;

/** What the second service reads and writes. */
@ApplicationScoped
public class Shelves {

    @Effect("db.get shelf")
    int look(int item) {
        return item;
    }

    @Effect("db.update shelf")
    void collapse() {
        throw new IllegalStateException("the shelf is gone");
    }

    @Effect(value = "file.read photograph", required = false)
    void photograph() {
        throw new IllegalStateException("no such file");
    }

    @Effect("db.update reservation")
    void reserve() {
        throw new OutOfStockException("nothing left to reserve");
    }
}
