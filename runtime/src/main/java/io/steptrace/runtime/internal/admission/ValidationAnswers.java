package io.steptrace.runtime.internal.admission;

import java.util.Iterator;
import java.util.function.Predicate;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;

import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;

/**
 * Recognises what Quarkus answers with a 400: arguments of a REST endpoint that break a constraint. A result that breaks one,
 * and any violation inside the application, is a 500.
 */
public final class ValidationAnswers implements Predicate<Throwable> {

    @Override
    public boolean test(Throwable failure) {
        return failure instanceof ResteasyReactiveViolationException violated
                && violated.getConstraintViolations().stream().noneMatch(ValidationAnswers::isOfResult);
    }

    private static boolean isOfResult(ConstraintViolation<?> violation) {
        Iterator<Path.Node> path = violation.getPropertyPath().iterator();
        return path.next().getKind() == ElementKind.METHOD && path.hasNext()
                && path.next().getKind() == ElementKind.RETURN_VALUE;
    }
}
