package io.steptrace.test.vetoed;

import io.steptrace.Step;

public class InVetoedPackage {

    @Step
    public void work() {
    }
}
