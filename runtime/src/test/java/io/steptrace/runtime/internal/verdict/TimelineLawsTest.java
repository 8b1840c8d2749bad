package io.steptrace.runtime.internal.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The parts of a time are those that the verdict sums up. */
class TimelineLawsTest {

    @Provide
    Arbitrary<Scene> scenes() {
        return Scene.drawn();
    }

    @Property
    void coversTheTimeWithoutGapOrOverlap(@ForAll("scenes") Scene scene) {
        long untilNanos = scene.beginNanos();
        for (Passage part : scene.timeline()) {
            assertThat(part.beginNanos()).isEqualTo(untilNanos);
            assertThat(part.endNanos()).isGreaterThan(part.beginNanos());
            untilNanos = part.endNanos();
        }
        assertThat(untilNanos).isEqualTo(scene.endNanos());
    }

    @Property
    void addsUpToTheVerdict(@ForAll("scenes") Scene scene) {
        Sums sums = new Sums();
        scene.timeline().forEach(part -> sums.add(part.kind(), part.what(), part.beginNanos(), part.endNanos()));
        assertThat(sums.verdict()).isEqualTo(scene.verdict());
    }

    @Property
    void twoPartsThatMeetAreNeverAlike(@ForAll("scenes") Scene scene) {
        List<Passage> parts = scene.timeline();
        for (int number = 1; number < parts.size(); number++) {
            assertThat(parts.get(number - 1).isContinuedBy(parts.get(number).kind(), parts.get(number).what())).isFalse();
        }
    }

    @Property
    void theOrderOfWhatIsKnownDoesNotMatter(@ForAll("scenes") Scene scene, @ForAll Random random) {
        assertThat(scene.shuffled(random).timeline()).isEqualTo(scene.timeline());
    }

    @Property
    void aWaitInAQueueIsShownAsOne(@ForAll("scenes") Scene scene) {
        KnownWait last = new KnownWait("queue z", KnownWait.Kind.QUEUE, KnownWait.NO_THREAD, scene.beginNanos(),
                Long.MAX_VALUE);
        assertThat(scene.with(last).timeline()).allMatch(part -> part.kind() == Passage.Kind.WORKING
                || part.kind() == Passage.Kind.QUEUE && part.what().equals("queue z"));
    }
}
