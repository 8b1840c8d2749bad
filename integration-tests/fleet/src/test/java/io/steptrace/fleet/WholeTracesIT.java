package io.steptrace.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import io.steptrace.fleet.services.Client;
import io.steptrace.fleet.services.Sent;
import io.steptrace.fleet.services.Services;

/** What the second tier keeps of traces that cross two services, and why. */
@Execution(ExecutionMode.CONCURRENT)
class WholeTracesIT {

    private static final Duration DECISION_WAIT = Duration.ofSeconds(6);
    private static final int MANY = 600;
    private static final int SOME = 20;
    private static final int FEW = 4;
    /** A request that was faster than this has waited for nothing that a policy of the page asks for. */
    private static final long FAST_MILLIS = 50;

    /** The policies that a busy machine can cause, in the order of the page. */
    private static final List<String> WAITS = List.of("queue-wait", "park-wait", "slow", "rest");

    /** The first policy of the page that wants such a trace. */
    private static final Map<Course, String> POLICIES = new EnumMap<>(Map.of(
            Course.FAILING, "system-error",
            Course.DISPENSABLE, "system-error",
            Course.REFUSED, "required-effect-failed",
            Course.FOREIGN, "status-error",
            Course.QUEUED, "queue-wait",
            Course.PARKED, "park-wait",
            Course.SLOW, "slow"));

    @TempDir
    static Path folder;

    private static Fleet fleet;

    @BeforeAll
    static void start() {
        fleet = new Fleet(folder, DECISION_WAIT);
    }

    @AfterAll
    static void stop() {
        if (fleet != null) {
            fleet.close();
        }
    }

    @Test
    void keepsWhatFailsOrWaitsInTheSecondServiceWholeAcrossBoth() {
        List<Sent> sent = new ArrayList<>();
        try (Services services = fleet.services("head:1.0")) {
            Client client = Client.of(services);
            for (Course course : Course.values()) {
                sent.addAll(client.send(course, switch (course) {
                    case FAST -> MANY;
                    case SLOW -> FEW;
                    default -> SOME;
                }));
            }
            fleet.settle(services);
        }
        Fates fates = fleet.fates();
        report("head:1.0", sent, fates).print();

        for (Map.Entry<Course, String> expected : POLICIES.entrySet()) {
            assertThat(sent).filteredOn(each -> each.course() == expected.getKey()).as(expected.toString())
                    .allSatisfy(each -> assertThat(fates.policies(each)).isNotEmpty().isSubsetOf(upTo(expected.getValue())))
                    .anySatisfy(each -> assertThat(fates.policies(each)).containsExactly(expected.getValue()));
        }
        assertThat(sent).filteredOn(fates::isKept).allMatch(fates::isWhole);
        assertThat(sent).filteredOn(each -> each.course() == Course.FAST && each.millis() < FAST_MILLIS).isNotEmpty()
                .allSatisfy(each -> assertThat(fates.policies(each)).isSubsetOf("rest"));
        // those that were not fast after all, on a machine that was busy
        assertThat(sent).filteredOn(each -> each.course() == Course.FAST)
                .allSatisfy(each -> assertThat(fates.policies(each)).isSubsetOf(upTo("rest")))
                .filteredOn(each -> fates.policies(each).contains("rest")).isNotEmpty().hasSizeLessThan(MANY / 10);
    }

    @Test
    void keepsThePartsForWhichAnApplicationHadAReason() {
        List<Sent> sent = new ArrayList<>();
        try (Services services = fleet.services("head:0,tail:error")) {
            Client client = Client.of(services);
            for (Course course : List.of(Course.FAST, Course.FOREIGN, Course.FAILING)) {
                sent.addAll(client.send(course, SOME));
            }
            fleet.settle(services);
        }
        Fates fates = fleet.fates();
        report("head:0,tail:error", sent, fates).print();

        assertThat(sent).allSatisfy(each -> {
            boolean fast = each.course() == Course.FAST;
            assertThat(fates.services(each)).isEqualTo(switch (each.course()) {
                case FAST -> Set.of();
                case FOREIGN -> Set.of(Services.STOCK);
                default -> Set.of(Services.ORDERS, Services.STOCK);
            });
            assertThat(fates.policies(each)).isEqualTo(fast ? Set.of() : Set.of("kept-by-the-application"));
        });
    }

    @Test
    void decidesAtTheHeadForBothServices() {
        List<Sent> sent;
        try (Services services = fleet.services("head:0.02")) {
            sent = Client.of(services).send(Course.FAST, MANY);
            services.awaitExported();
        }
        Fates fates = fleet.fates();
        Report report = new Report("head:0.02", "flag sent downstream", "traces", "arrived", "whole");
        for (boolean sampled : List.of(true, false)) {
            List<Sent> ofFlag = sent.stream().filter(each -> each.isSampled() == sampled).toList();
            report.row(sampled ? "01" : "00", ofFlag.size(), ofFlag.stream().filter(fates::isAccepted).count(),
                    ofFlag.stream().filter(fates::isAcceptedWhole).count());
        }
        report.print();

        assertThat(sent).filteredOn(Sent::isSampled).isNotEmpty().hasSizeLessThan(MANY / 10)
                .allMatch(fates::isAcceptedWhole);
        assertThat(sent).filteredOn(each -> !each.isSampled()).noneMatch(fates::isAccepted);
    }

    /** On a machine that is busy a request may wait as well, which is asked before it. */
    private static Set<String> upTo(String policy) {
        int at = WAITS.indexOf(policy);
        return at < 0 ? Set.of(policy) : Set.copyOf(WAITS.subList(0, at + 1));
    }

    private static Report report(String sampler, List<Sent> sent, Fates fates) {
        Report report = new Report(sampler, "course", "traces", "kept", "whole", "services", "first policy");
        for (Course course : Course.values()) {
            List<Sent> ofCourse = sent.stream().filter(each -> each.course() == course).toList();
            if (!ofCourse.isEmpty()) {
                Set<String> services = new TreeSet<>();
                ofCourse.forEach(each -> services.addAll(fates.services(each)));
                report.row(course, ofCourse.size(), ofCourse.stream().filter(fates::isKept).count(),
                        ofCourse.stream().filter(fates::isWhole).count(), String.join(", ", services),
                        fates.policies(ofCourse));
            }
        }
        return report;
    }
}
