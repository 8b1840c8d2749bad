package io.steptrace.benchmarks.state;

import java.time.Duration;

import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

import io.steptrace.runtime.internal.stats.RollingPercentile;
import io.steptrace.runtime.internal.time.Clock;

/** What is usual on one route, shared by all threads. */
@State(Scope.Benchmark)
public class RouteWindow {

    public final RollingPercentile latency = new RollingPercentile(Duration.ofMinutes(1), Clock.system());
}
