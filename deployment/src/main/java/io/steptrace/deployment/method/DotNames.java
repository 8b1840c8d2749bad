package io.steptrace.deployment.method;

import org.jboss.jandex.DotName;

import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.steptrace.ApplicationError;
import io.steptrace.Effect;
import io.steptrace.JobQueue;
import io.steptrace.Step;

/** The names the scanner looks for. */
public final class DotNames {

    static final DotName STEP = DotName.createSimple(Step.class);
    static final DotName EFFECT = DotName.createSimple(Effect.class);
    public static final DotName JOB_QUEUE = DotName.createSimple(JobQueue.class);
    static final DotName APPLICATION_ERROR = DotName.createSimple(ApplicationError.class);
    static final DotName SPAN_ATTRIBUTE = DotName.createSimple(SpanAttribute.class);

    static final DotName PRODUCES = DotName.createSimple("jakarta.enterprise.inject.Produces");
    static final DotName INTERCEPTION_PROXY = DotName.createSimple("io.quarkus.arc.InterceptionProxy");

    private DotNames() {
    }
}
