package io.steptrace;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One I/O operation: each call of the annotated bean method becomes a CLIENT span named as the expression says.
 * <p>
 * The same methods qualify as for {@link Step}, and a method carries one of the two, never both.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface Effect {

    /**
     * What is done, as {@code "<kind>.<operation>[ <target>]"}: {@code "db.get blog_post"}, {@code "cache.get author"}.
     * The kind is one of {@link EffectKind} in lower case, the operation a lower_snake_case word, the target anything
     * without white space. An expression outside this grammar fails the build.
     *
     * @return the expression, which is the name of the span too
     */
    String value();

    /**
     * The queue the effect runs on as a job, under the same conditions as {@link Step#queue()}.
     *
     * @return the name of the queue; empty means that the effect runs on its caller
     */
    String queue() default "";

    /**
     * Whether the caller depends on the effect. A failed optional effect never marks a span as ERROR.
     *
     * @return {@code true} if its failure is a failure of the work
     */
    boolean required() default true;
}
