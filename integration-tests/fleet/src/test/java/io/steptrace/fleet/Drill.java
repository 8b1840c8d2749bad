package io.steptrace.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;

import io.steptrace.fleet.services.Sent;
import io.steptrace.fleet.services.Services;
import io.steptrace.fleet.traces.Traces;

/** What has come of requests during which a Collector was killed, counted once all has come to rest. */
final class Drill {

    private final List<Sent> sent;
    private final Traces held;
    private final Fates fates;
    private final Traces arrived;
    private final long ended;
    private final long lost;
    private final long spooled;

    /** @param held what the killed Collector had accepted when it was killed */
    Drill(List<Sent> sent, Traces held, Services services, Fleet fleet) {
        this.sent = sent;
        this.held = held;
        fleet.settle(services);
        ended = services.ended();
        lost = services.lost();
        spooled = services.spooled();
        fates = fleet.fates();
        arrived = fleet.arrived();
    }

    Traces held() {
        return held;
    }

    Fates fates() {
        return fates;
    }

    /** What the first tier has accepted. */
    Traces accepted() {
        return fates.accepted();
    }

    /** What the second tier has accepted. */
    Traces arrived() {
        return arrived;
    }

    /** The spans that the first tier has accepted, and the second has not got. */
    Set<Long> notSentOn() {
        Set<Long> missing = accepted().ids();
        missing.removeAll(arrived.ids());
        return missing;
    }

    /** Those that fail or wait in the second service. */
    List<Sent> worthKeeping() {
        return sent.stream().filter(each -> each.course() != Course.FAST).toList();
    }

    /** Each span that has ended is accepted by a Collector, in a spool, or counted as lost; and none is lost. */
    void assertOurAccount() {
        assertThat(accepted().spans() + spooled + lost).isEqualTo(ended);
        assertThat(spooled).isZero();
        assertThat(lost).isZero();
    }

    /** Whatever fails or waits is kept whole, or was with the killed Collector, at least in part. */
    void assertWholeButForThoseHeld() {
        assertThat(worthKeeping()).filteredOn(each -> !held.all().containsKey(each.traceId())).isNotEmpty()
                .allMatch(fates::isWhole);
    }

    Report report(String title) {
        List<Sent> worthKeeping = worthKeeping();
        Report report = new Report(title, "", "");
        report.row("requests", sent.size());
        report.row("spans ended in both services", ended);
        report.row("lost by the services", lost);
        report.row("left in their spools", spooled);
        report.row("accepted by the first tier", accepted().spans());
        report.row("of these more than once", accepted().repeated());
        report.row("of these not sent on to the second tier", notSentOn().size());
        report.row("accepted by the second tier", arrived.spans());
        report.row("traces that failed or waited", worthKeeping.size());
        report.row("of these kept", worthKeeping.stream().filter(fates::isKept).count());
        report.row("of these whole", worthKeeping.stream().filter(fates::isWhole).count());
        report.row("not whole, and partly with the killed one",
                worthKeeping.stream().filter(each -> !fates.isWhole(each) && held.all().containsKey(each.traceId())).count());
        return report;
    }
}
