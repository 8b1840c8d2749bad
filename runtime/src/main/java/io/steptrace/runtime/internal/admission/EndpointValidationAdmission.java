package io.steptrace.runtime.internal.admission;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.validation.ConstraintViolationException;

import io.quarkus.hibernate.validator.runtime.interceptor.AbstractMethodValidationInterceptor;
import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;

/** As {@link ValidationAdmission}, for REST endpoints: their clients are answered with a 400. */
@ValidatedEndpointJob
@Interceptor
@Priority(ValidationAdmission.PRIORITY)
public class EndpointValidationAdmission extends AbstractMethodValidationInterceptor {

    private static final long serialVersionUID = 1L;

    @AroundInvoke
    Object validate(InvocationContext invocation) throws Exception {
        try {
            return validateMethodInvocation(invocation);
        } catch (ConstraintViolationException violated) {
            throw new ResteasyReactiveViolationException(violated.getConstraintViolations());
        }
    }
}
