package io.steptrace.faults;

import jakarta.enterprise.context.ApplicationScoped;

import io.steptrace.Step;

/** What there is to be measured. */
@ApplicationScoped
public class Work {

    @Step("work")
    public void perform() {
    }
}
