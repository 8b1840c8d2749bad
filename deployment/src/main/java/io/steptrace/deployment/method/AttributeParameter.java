package io.steptrace.deployment.method;

import org.jboss.jandex.MethodParameterInfo;

import io.steptrace.runtime.internal.telemetry.method.ParameterAttribute;

/**
 * A parameter marked as an attribute.
 *
 * @param parameter the parameter
 * @param key the key of the attribute; {@code null} if neither the annotation nor the class file names it
 * @param type how values become those of the attribute; {@code null} for the arrays of which OpenTelemetry makes none
 */
record AttributeParameter(MethodParameterInfo parameter, String key, ParameterAttribute.Type type) {

    /** What the running application has to know of it, if it has a key and a type. */
    ParameterAttribute metadata() {
        return new ParameterAttribute(parameter.position(), key, type);
    }

    /** The parameter as error messages call it. */
    String place() {
        return parameter.name() == null ? "parameter " + (parameter.position() + 1) : "parameter \"" + parameter.name() + "\"";
    }
}
