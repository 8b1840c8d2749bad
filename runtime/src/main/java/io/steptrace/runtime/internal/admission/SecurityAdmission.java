package io.steptrace.runtime.internal.admission;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

import io.quarkus.security.runtime.interceptor.SecurityHandler;
import io.quarkus.security.spi.runtime.AuthorizationController;
import io.quarkus.security.spi.runtime.SecurityCheckStorage;

/**
 * Checks the caller of a queued step or effect before it takes a place in the queue. Quarkus' own interceptors, which would do
 * so on the worker, find the call checked.
 */
@SecuredJob
@Interceptor
@Priority(SecurityAdmission.PRIORITY)
public class SecurityAdmission {

    /** Between Quarkus' note that a REST endpoint has been checked already, and the queue. */
    static final int PRIORITY = Interceptor.Priority.PLATFORM_BEFORE + 3;

    private final AuthorizationController controller;
    private final SecurityCheckStorage checks;
    private final SecurityHandler handler;

    public SecurityAdmission(AuthorizationController controller, SecurityCheckStorage checks, SecurityHandler handler) {
        this.controller = controller;
        this.checks = checks;
        this.handler = handler;
    }

    @AroundInvoke
    Object check(InvocationContext invocation) throws Exception {
        return controller.isAuthorizationEnabled() && checks.getSecurityCheck(invocation.getMethod()) != null
                ? handler.handle(invocation)
                : invocation.proceed();
    }
}
