package io.steptrace.traces;

import io.steptrace.test.TraceReceiver;

/**
 * A receiver that the application under test exports to. Injected into the fields of a test are calls that return the traces it
 * got.
 * <p>
 * The same for an application within the tests and for a packaged one, so that the same tests read both.
 */
public class ExportedToTests extends TraceReceiver {

    @Override
    public void inject(TestInjector injector) {
        super.inject(injector);
        injector.injectIntoFields(new TracedCalls(traces()), field -> field.getType() == TracedCalls.class);
        injector.injectIntoFields(new TracedWork(traces()), field -> field.getType() == TracedWork.class);
        injector.injectIntoFields(new ConcurrentCalls(traces()), field -> field.getType() == ConcurrentCalls.class);
    }
}
