package io.steptrace.test.discovery.vetoed;

import io.steptrace.Step;

public class InVetoedPackage {

    @Step
    public void work() {
    }
}
