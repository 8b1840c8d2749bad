package io.steptrace.runtime.internal.wiring.detection;

import java.util.Set;

import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.annotations.Recorder;
import io.steptrace.runtime.internal.waits.ApplicationCode;

/** Carries what the build knows of the application's code into the running application. */
@Recorder
public class DetectionRecorder {

    /** The code in these packages. */
    public RuntimeValue<ApplicationCode> code(Set<String> packages) {
        return new RuntimeValue<>(new ApplicationCode(packages));
    }
}
