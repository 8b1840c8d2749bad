package io.steptrace.runtime.internal.interception;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;

/** The interceptor binding put on every step and effect at build time; not for applications. */
@InterceptorBinding
@Target({ ElementType.METHOD, ElementType.TYPE })
@Retention(RetentionPolicy.RUNTIME)
public @interface WorkBinding {

    /** The position of the method's definition in {@link WorkDefinitions}. */
    @Nonbinding
    int id() default -1;
}
