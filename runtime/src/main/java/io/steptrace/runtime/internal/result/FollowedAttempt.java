package io.steptrace.runtime.internal.result;

import io.opentelemetry.context.Scope;
import io.steptrace.runtime.internal.work.ResultEnd;

/** One attempt of a call under fault tolerance, as its result sees it. Thread-safe; ends once. */
public interface FollowedAttempt extends ResultEnd {

    /** The context of the call becomes current; to be closed on the same thread. */
    Scope attach();
}
