package io.steptrace.runtime.internal.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** The laws of the verdict hold for all that can be known of a time, sensible or not. */
class VerdictLawsTest {

    @Provide
    Arbitrary<Scene> scenes() {
        return Scene.drawn();
    }

    @Property
    void isWhatALookAtEveryInstantFinds(@ForAll("scenes") Scene scene) {
        assertThat(scene.verdict()).isEqualTo(LookedAt.at(scene));
    }

    @Property
    void partsAddUpAndNothingIsNegative(@ForAll("scenes") Scene scene) {
        Verdict verdict = scene.verdict();
        assertThat(List.of(verdict.workingNanos(), verdict.waitingNanos(), verdict.unknownNanos()))
                .allMatch(part -> part >= 0);
        assertThat(verdict.totalNanos()).isEqualTo(scene.endNanos() - scene.beginNanos());
        assertThat(verdict.waitedFor().stream().mapToLong(WaitedFor::nanos).sum()).isEqualTo(verdict.waitingNanos());
        assertThat(verdict.waitedFor()).extracting(WaitedFor::what).doesNotHaveDuplicates();
        assertThat(verdict.waitedFor()).isSortedAccordingTo(WaitedFor.BY_LENGTH).allMatch(each -> each.nanos() > 0);
    }

    @Property
    void theOrderOfWhatIsKnownDoesNotMatter(@ForAll("scenes") Scene scene, @ForAll Random random) {
        assertThat(scene.shuffled(random).verdict()).isEqualTo(scene.verdict());
    }

    @Property
    void aTimeIsTheSumOfItsParts(@ForAll("scenes") Scene scene, @ForAll @LongRange(min = 0, max = 30) long cut) {
        long middleNanos = Math.min(scene.endNanos(), scene.beginNanos() + cut);
        Verdict first = scene.between(scene.beginNanos(), middleNanos).verdict();
        Verdict second = scene.between(middleNanos, scene.endNanos()).verdict();
        Verdict whole = scene.verdict();
        assertThat(first.workingNanos() + second.workingNanos()).isEqualTo(whole.workingNanos());
        assertThat(first.unknownNanos() + second.unknownNanos()).isEqualTo(whole.unknownNanos());
        assertThat(waitedNanos(first, second)).isEqualTo(waitedNanos(whole));
    }

    @Property
    void oneMoreWaitNeverMakesMoreWork(@ForAll("scenes") Scene scene, @ForAll("scenes") Scene another) {
        for (KnownWait wait : another.waits()) {
            assertThat(scene.with(wait).verdict().workingNanos()).isLessThanOrEqualTo(scene.verdict().workingNanos());
        }
    }

    @Property
    void aWaitOfAnotherThreadStopsNoThread(@ForAll("scenes") Scene scene,
            @ForAll @LongRange(min = Scene.THREADS + 1, max = Scene.THREADS + 2) long anotherThread) {
        KnownWait throughout = new KnownWait("z", KnownWait.Kind.NAMED, anotherThread, scene.beginNanos(), scene.endNanos());
        assertThat(scene.with(throughout).verdict().workingNanos()).isEqualTo(scene.verdict().workingNanos());
    }

    @Property
    void withoutWaitsOneThreadThroughoutIsAllWorking(@ForAll("scenes") Scene scene) {
        Verdict verdict = Verdict.of(scene.beginNanos(), scene.endNanos(),
                List.of(new Stretch(1, scene.beginNanos(), scene.endNanos())), List.of(), scene.calls());
        assertThat(verdict).isEqualTo(new Verdict(scene.endNanos() - scene.beginNanos(), 0, 0, List.of()));
    }

    @Property
    void aTimeThatEndsBeforeItBeginsIsEmpty(@ForAll("scenes") Scene scene) {
        assertThat(scene.between(scene.endNanos(), scene.beginNanos()).verdict())
                .isEqualTo(new Verdict(0, 0, 0, List.of()));
    }

    private static Map<String, Long> waitedNanos(Verdict... verdicts) {
        Map<String, Long> nanos = new TreeMap<>();
        for (Verdict verdict : verdicts) {
            verdict.waitedFor().forEach(each -> nanos.merge(each.what(), each.nanos(), Long::sum));
        }
        return nanos;
    }
}
