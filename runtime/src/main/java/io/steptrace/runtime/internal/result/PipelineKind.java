package io.steptrace.runtime.internal.result;

/** A kind of result that runs when it is subscribed to, and again with each further subscription. */
public interface PipelineKind extends ResultKind {

    /** A result like this one that ends the work of each subscription. */
    Object follow(Object result, PipelineCall call);
}
