package io.steptrace.runtime.internal.failure;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;

import org.jboss.logging.Logger;

import io.quarkus.arc.ArcUndeclaredThrowableException;
import io.steptrace.ErrorClassifier;
import io.steptrace.ErrorOrigin;
import io.steptrace.runtime.internal.telemetry.BrokenTelemetry;
import io.steptrace.runtime.internal.text.PrintableLog;

/**
 * Distinguishes an answer of the application from a fault. Asked in this order: the {@link ErrorClassifier} beans, the types
 * marked or configured as application errors, the answers of the platform, the checked exceptions the method
 * declares.
 */
public final class ErrorRules {

    private static final Logger LOG = PrintableLog.of(ErrorRules.class);
    /** What RESTEasy Classic makes of an exception that it cannot map. */
    private static final String RESTEASY_WRAPPER = "org.jboss.resteasy.spi.UnhandledException";
    /** Wrappers within each other; an exception may be its own cause, or make a new one each time it is asked. */
    private static final int MAX_WRAPPERS = 16;

    private final List<ErrorClassifier> classifiers;
    private final Predicate<Throwable> isAnswer;
    private final NamedTypes applicationTypes;

    /**
     * @param classifiers asked first, in this order
     * @param applicationTypes names of the types that are application errors, subtypes included
     * @param isAnswer whether a failure carries, or is given by the platform, a status below 500
     */
    public ErrorRules(List<ErrorClassifier> classifiers, Set<String> applicationTypes, Predicate<Throwable> isAnswer) {
        this.classifiers = List.copyOf(classifiers);
        this.isAnswer = isAnswer;
        this.applicationTypes = new NamedTypes(applicationTypes);
    }

    ErrorOrigin originOf(Throwable failure, List<Class<?>> declaredErrors) {
        for (ErrorClassifier classifier : classifiers) {
            ErrorOrigin opinion = opinionOf(classifier, failure);
            if (opinion != null) {
                return opinion;
            }
        }
        return isApplicationError(failure, declaredErrors) ? ErrorOrigin.APPLICATION : ErrorOrigin.SYSTEM;
    }

    /** The failure itself, out of the wrappers in which asynchronous results and intercepted methods deliver it. */
    public static Throwable unwrap(Throwable failure) {
        Throwable inner = failure;
        for (int wrappers = 0; wrappers < MAX_WRAPPERS && isWrapper(inner); wrappers++) {
            Throwable cause = causeOf(inner);
            if (cause == null) {
                return inner;
            }
            inner = cause;
        }
        return inner;
    }

    private static Throwable causeOf(Throwable wrapper) {
        try {
            return wrapper.getCause();
        } catch (Throwable broken) {
            // it may be of the application's own making
            BrokenTelemetry.note(broken);
            return null;
        }
    }

    private boolean isApplicationError(Throwable failure, List<Class<?>> declaredErrors) {
        try {
            return applicationTypes.hasInstance(failure) || isDeclared(failure, declaredErrors) || isAnswer.test(failure);
        } catch (Throwable broken) {
            // the response that it is asked for may be of the application's own making
            BrokenTelemetry.note(broken);
            return false;
        }
    }

    private static boolean isWrapper(Throwable failure) {
        return failure instanceof CompletionException || failure instanceof ExecutionException
                || failure instanceof ArcUndeclaredThrowableException
                || failure != null && failure.getClass().getName().equals(RESTEASY_WRAPPER);
    }

    private static boolean isDeclared(Throwable failure, List<Class<?>> declaredErrors) {
        for (Class<?> declared : declaredErrors) {
            if (declared.isInstance(failure)) {
                return true;
            }
        }
        return false;
    }

    private static ErrorOrigin opinionOf(ErrorClassifier classifier, Throwable failure) {
        try {
            Optional<ErrorOrigin> opinion = classifier.classify(failure);
            return opinion.orElse(null);
        } catch (Throwable broken) {
            BrokenTelemetry.guard(() -> LOG.debugf(broken,
                    "error classifier: %s - threw, and is taken as one without an opinion", classifier.getClass().getName()));
            return null;
        }
    }
}
