package io.steptrace.runtime.internal.span;

import java.util.Map;

import org.eclipse.microprofile.context.spi.ThreadContextProvider;
import org.eclipse.microprofile.context.spi.ThreadContextSnapshot;

/** Lets MicroProfile Context Propagation carry a {@link CarriedContext}, in applications that have steps or effects. */
public final class CarriedContextProvider implements ThreadContextProvider {

    @Override
    public ThreadContextSnapshot currentContext(Map<String, String> properties) {
        return CarriedContext.capture();
    }

    @Override
    public ThreadContextSnapshot clearedContext(Map<String, String> properties) {
        return CarriedContext::beginWithout;
    }

    @Override
    public String getThreadContextType() {
        return "Steptrace";
    }
}
