package io.steptrace.features;

import io.quarkus.test.common.WithTestResource;
import io.steptrace.traces.ExportedToTests;
import io.steptrace.traces.TracedCalls;
import io.steptrace.traces.TracedWork;

/** What every test of the application has at hand. */
@WithTestResource(ExportedToTests.class)
public abstract class TracedApplication {

    TracedCalls calls;
    public TracedWork work;
}
