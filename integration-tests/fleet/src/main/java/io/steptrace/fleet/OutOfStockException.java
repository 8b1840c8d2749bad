package io.steptrace.fleet;

import io.steptrace.ApplicationError;

/** An answer, and no fault. */
@ApplicationError
public class OutOfStockException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OutOfStockException(String message) {
        super(message);
    }
}
