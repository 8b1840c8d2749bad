package io.steptrace.runtime.internal.config.rules;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.eclipse.microprofile.config.Config;

import io.steptrace.runtime.internal.config.SteptraceConfig;
import io.steptrace.runtime.internal.config.SteptraceConfig.Queue;
import io.steptrace.runtime.internal.sampling.SamplerSpec;
import io.steptrace.runtime.internal.sampling.TailRule;

/**
 * What is configured and does not do what it seems to, though it breaks no rule: a line each, with the key, what it does,
 * and the remedy.
 */
public final class ConfigNotes {

    private static final String ENABLED = ConfigRules.ROOT + "enabled";
    private static final String GUARD = ConfigRules.ROOT + "export.guard";
    private static final String WAIT = ConfigRules.ROOT + "tail.decision-wait";
    private static final List<String> ENDPOINTS = List.of("quarkus.otel.exporter.otlp.endpoint",
            "quarkus.otel.exporter.otlp.traces.endpoint");

    private final Config configuration;
    private final List<String> notes = new ArrayList<>();

    private ConfigNotes(Config configuration) {
        this.configuration = configuration;
    }

    /**
     * The notes on the keys that are fixed when the application is built.
     *
     * @param guard what {@code export.guard} was then; {@code enabled} was true, or nothing would ask
     */
    public static List<String> onFixedKeys(Config configuration, boolean guard) {
        ConfigNotes notes = new ConfigNotes(configuration);
        notes.fixed(ENABLED, true, "build with it, or switch tracing off at run time with quarkus.otel.sdk.disabled=true");
        notes.fixed(GUARD, guard, "build with it");
        return notes.notes;
    }

    /**
     * The note on an endpoint that is there and empty. That of traces is that of all signals where it is not there itself.
     *
     * @param meaning the endpoint that it is to Quarkus
     */
    public static List<String> onEndpoints(Config configuration, String meaning) {
        ConfigNotes notes = new ConfigNotes(configuration);
        ENDPOINTS.stream().filter(key -> "".equals(configuration.getConfigValue(key).getRawValue())).findFirst()
                .ifPresent(key -> notes.add(key, "is empty, which means " + meaning,
                        "set it; a blank, such as \" \", exports no traces"));
        return notes.notes;
    }

    /**
     * The notes on queues.
     *
     * @param inCode every queue the code names
     * @param used the same by their configured names
     */
    public static List<String> onQueues(SteptraceConfig config, Set<String> inCode, Set<String> used) {
        ConfigNotes notes = new ConfigNotes(null);
        notes.role("effects", Queue.EFFECTS, config.queue().effects(), config, inCode);
        notes.role("continuations", Queue.CONTINUATIONS, config.queue().continuations(), config, inCode);
        new TreeSet<>(config.queues().keySet()).stream().filter(name -> !used.contains(name))
                .forEach(name -> notes.add("quarkus.steptrace.queues.\"" + name + "\".*",
                        "does nothing: the application has no queue of this name",
                        "its queues are " + String.join(", ", new TreeSet<>(used))));
        return notes.notes;
    }

    /** The notes on the sampler. */
    public static List<String> onSampler(SteptraceConfig config) {
        ConfigNotes notes = new ConfigNotes(null);
        Duration wait = config.tail().decisionWait();
        config.sampler().expression().map(SamplerSpec::parse).stream().flatMap(spec -> spec.tailRules().stream())
                .filter(rule -> rule instanceof TailRule.SlowerThan slow && slow.limit().compareTo(wait) > 0).findFirst()
                .ifPresent(rule -> notes.add(ConfigRules.ROOT + "sampler",
                        "has a rule slow that keeps nothing: what takes longer than " + WAIT + " ("
                                + ConfiguredText.of(WAIT, wait)
                                + ") is decided before",
                        "make that longer, or the rule shorter"));
        return notes.notes;
    }

    private void role(String key, String name, String configured, SteptraceConfig config, Set<String> inCode) {
        if (!configured.equals(name) && inCode.contains(name) && !inCode.contains(configured)
                && !config.queues().containsKey(configured)) {
            add(ConfigRules.ROOT + "queue." + key + "=" + configured,
                    "opens a queue of this name with the limits by default, as nothing else names it",
                    "configure quarkus.steptrace.queues.\"" + configured + "\".*, or name a queue that there is");
        }
    }

    private void fixed(String key, boolean built, String remedy) {
        configuration.getOptionalValue(key, Boolean.class).filter(value -> value != built)
                .ifPresent(value -> add(key + "=" + value, "does nothing: it was " + built + " when the application was built",
                        remedy));
    }

    private void add(String key, String effect, String remedy) {
        notes.add(key + " " + effect + " - " + remedy);
    }
}
