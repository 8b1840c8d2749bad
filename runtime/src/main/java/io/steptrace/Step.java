package io.steptrace;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A unit of logical work: each call of the annotated bean method becomes the span {@code step.<name>}.
 * <p>
 * The method may return any value, {@code void}, {@code Uni}, {@code Multi} or {@code CompletionStage}; the span ends when
 * the asynchronous result ends, and a cancellation ends it too. The annotated method is found at build time: one that cannot
 * be intercepted (private, static, on a class that is no bean) fails the build.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface Step {

    /**
     * The logical name of the step, unique within its class.
     *
     * @return the name; empty means the name of the method
     */
    String value() default "";

    /**
     * The queue the step runs on as a job. Only a method that returns {@code void}, {@code Uni} or {@code CompletionStage} can
     * be queued: with {@code void} the caller goes on at once, with {@code Uni} the job is enqueued on each subscription.
     *
     * @return the name of the queue; empty means that the step runs on its caller
     */
    String queue() default "";

    /**
     * What the step renders, if it renders anything. The size of the result is recorded beside it where it can be seen: that of
     * a {@code String} in UTF-8, of a {@code byte[]} and of a Vert.x {@code Buffer}. Where it cannot,
     * {@link CurrentWork#recordRender} says it.
     *
     * @return the phase of rendering
     */
    RenderPhase render() default RenderPhase.NONE;
}
