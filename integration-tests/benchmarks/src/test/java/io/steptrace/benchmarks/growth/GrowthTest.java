package io.steptrace.benchmarks.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.util.Map;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

import io.steptrace.benchmarks.served.Round;

/** What grows, and how it is drawn, with plain numbers. */
class GrowthTest {

    @Test
    void aSpanCostsWhatItAddsToARequestWithoutOne() {
        Map<Integer, GrownBuild.Sample> samples = Map.of(0, sample(50), 10, sample(90), 1_000, sample(3_050));

        assertThat(Dimension.SPANS.cost(10, samples)).isEqualTo(4, within(1e-9));
        assertThat(Dimension.SPANS.cost(1_000, samples)).isEqualTo(3, within(1e-9));
        assertThat(Dimension.SPANS.costly()).startsWith(10);
    }

    @Test
    void aRequestCostsWhatItTakesHoweverManyRoutesThereAre() {
        assertThat(Dimension.ROUTES.cost(10, Map.of(10, sample(50)))).isEqualTo(50, within(1e-9));
    }

    @Test
    void asksForAsManyRoutesAsThereAre() {
        var visits = Dimension.ROUTES.visits(2);

        assertThat(visits.next()).isEqualTo("/growth/routes/1");
        assertThat(visits.next()).isEqualTo("/growth/routes/0");
        assertThat(visits.next()).isEqualTo("/growth/routes/1");
    }

    @Test
    void hasAnEffectForEachQueue() {
        assertThat(new QueuedApplication(100).sources().get("Queues")).contains("queue = \"queue-0\"", "queue = \"queue-99\"");
        assertThat(new QueuedApplication(100).sources().get("QueuesResource")).contains("case 99 -> queues.get99();");
    }

    @Test
    void drawsALineForEachDimension() throws Exception {
        GrowthPlot plot = new GrowthPlot();
        plot.add("spans", 10, 1);
        plot.add("spans", 1_000, 0.5);
        plot.add("routes", 10, 1);
        plot.add("routes", 10_000, 2);

        Document svg = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(plot.draw())));

        var lines = svg.getElementsByTagName("polyline");
        assertThat(lines.getLength()).isEqualTo(2);
        assertThat(lines.item(0).getAttributes().getNamedItem("points").getNodeValue()).isEqualTo("180.0,130.0 440.0,185.0");
        assertThat(lines.item(1).getAttributes().getNamedItem("points").getNodeValue()).isEqualTo("180.0,130.0 570.0,20.0");
    }

    private static GrownBuild.Sample sample(long cpuMicrosEach) {
        return new GrownBuild.Sample(new Round(1, 1_000_000_000, cpuMicrosEach * 1_000, 0), 10);
    }
}
