package io.steptrace.runtime.internal.failure;

import java.util.Set;
import java.util.function.Predicate;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

/**
 * Recognises the exceptions with which a REST endpoint answers; loaded only where JAX-RS is on the class path.
 * <p>
 * An exception that reports what another server has answered is none of them: Quarkus does not pass it on either.
 */
public final class JaxRsAnswers implements Predicate<Throwable> {

    private static final int FIRST_SERVER_ERROR = 500;
    /** What the exceptions of REST clients have in common: of Quarkus' own, and of RESTEasy Classic's. */
    private static final NamedTypes CLIENT_PROBLEMS = new NamedTypes(Set.of(
            "org.jboss.resteasy.reactive.ResteasyReactiveClientProblem",
            "org.jboss.resteasy.client.exception.WebApplicationExceptionWrapper"));
    /** Where the responses live that a client has received. */
    private static final Set<String> CLIENT_PACKAGES = Set.of("org.jboss.resteasy.reactive.client.",
            "org.jboss.resteasy.client.");

    @Override
    public boolean test(Throwable failure) {
        return failure instanceof WebApplicationException answer && !CLIENT_PROBLEMS.hasInstance(failure)
                && answer.getResponse().getStatus() < FIRST_SERVER_ERROR && !isReceived(answer.getResponse());
    }

    private static boolean isReceived(Response response) {
        return CLIENT_PACKAGES.stream().anyMatch(response.getClass().getName()::startsWith);
    }
}
