package io.steptrace.runtime.internal.work;

import java.util.Locale;
import java.util.Set;

import io.opentelemetry.api.common.AttributesBuilder;
import io.steptrace.runtime.internal.telemetry.AttributeKeys;
import io.steptrace.runtime.internal.telemetry.method.EffectMetadata;

/**
 * The stable keys of OpenTelemetry's semantic conventions for each kind of effect, so that a backend's own views of
 * databases or brokers know what they see.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/">OpenTelemetry semantic conventions</a>
 */
final class SemanticConventions {

    private static final Set<String> HTTP_METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS",
            "TRACE", "PATCH");

    private SemanticConventions() {
    }

    static void describe(AttributesBuilder attributes, EffectMetadata effect) {
        String operation = effect.operation();
        String target = effect.target().isEmpty() ? null : effect.target();
        switch (effect.kind()) {
            case DB -> attributes.put(AttributeKeys.DB_OPERATION_NAME, operation)
                    .put(AttributeKeys.DB_COLLECTION_NAME, target);
            case MESSAGING -> attributes.put(AttributeKeys.MESSAGING_OPERATION_NAME, operation)
                    .put(AttributeKeys.MESSAGING_DESTINATION_NAME, target);
            case RPC -> attributes.put(AttributeKeys.RPC_METHOD, operation);
            case HTTP -> attributes.put(AttributeKeys.HTTP_REQUEST_METHOD, httpMethod(operation));
            default -> {
                // the conventions have no stable key for the other kinds
            }
        }
    }

    /** An operation that is no HTTP method is not passed off as one. */
    private static String httpMethod(String operation) {
        String method = operation.toUpperCase(Locale.ROOT);
        return HTTP_METHODS.contains(method) ? method : null;
    }
}
