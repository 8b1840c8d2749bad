package io.steptrace.runtime.internal.admission;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

import io.quarkus.hibernate.validator.runtime.interceptor.AbstractMethodValidationInterceptor;

/**
 * Validates the arguments of a queued step or effect on its caller, before it takes a place in the queue. The result it
 * validates is what the caller gets: a {@code Uni} or a stage, never what these will hold.
 */
@ValidatedJob
@Interceptor
@Priority(ValidationAdmission.PRIORITY)
public class ValidationAdmission extends AbstractMethodValidationInterceptor {

    private static final long serialVersionUID = 1L;

    /** Behind security, as everywhere else, and before the queue. */
    static final int PRIORITY = SecurityAdmission.PRIORITY + 1;

    @AroundInvoke
    Object validate(InvocationContext invocation) throws Exception {
        return validateMethodInvocation(invocation);
    }
}
