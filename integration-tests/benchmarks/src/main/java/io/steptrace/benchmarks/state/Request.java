package io.steptrace.benchmarks.state;

import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A thread that serves one request per iteration, sampled or not. */
@State(Scope.Thread)
public class Request {

    @Param({ "SAMPLED", "UNSAMPLED" })
    public Parent parent;

    private ServedRequest served;
    private long id;

    /** @param application is running before any request comes */
    @Setup(Level.Iteration)
    public void begin(RunningApplication application) {
        served = ServedRequest.begin(parent.start());
    }

    @TearDown(Level.Iteration)
    public void end() {
        served.end();
    }

    /** An argument that no compiler can foresee. */
    public long nextId() {
        return id++;
    }
}
