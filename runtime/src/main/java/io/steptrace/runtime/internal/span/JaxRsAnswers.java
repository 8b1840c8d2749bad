package io.steptrace.runtime.internal.span;

import java.util.function.Predicate;

import jakarta.ws.rs.WebApplicationException;

/** Recognises the exceptions with which a REST endpoint answers; loaded only where JAX-RS is on the class path. */
public final class JaxRsAnswers implements Predicate<Throwable> {

    private static final int FIRST_SERVER_ERROR = 500;

    @Override
    public boolean test(Throwable failure) {
        return failure instanceof WebApplicationException answer && answer.getResponse().getStatus() < FIRST_SERVER_ERROR;
    }
}
