package org.busmark.results.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.busmark.ledger.Verdict;
import org.busmark.results.Campaigns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ThroughputPlotsTest {
    @TempDir
    private Path folder;

    @Test
    void aBusHasItsMedianItsIntervalAndItsFigureInWords() throws IOException {
        Plot plot = plot(new MadeUpFolder(folder)
                .throughput("kafka", 1, Verdict.VALID, 90_000)
                .throughput("kafka", 2, Verdict.VALID, 100_000)
                .throughput("kafka", 3, Verdict.VALID, 110_000)
                .throughput("zeromq", 1, Verdict.DEGRADED, 400_000));

        Curve interval = plot.curves().get(0);
        assertEquals(Trace.BAND, interval.trace());
        assertTrue(interval.points().get(0).x() < 90_000
                && interval.points().get(1).x() > 110_000);
        assertEquals(List.of(new Point(100_000, 2)), plot.curves().get(1).points());
        assertEquals(List.of(new Point(400_000, 1)), plot.curves().get(2).points(), "one round has no interval");
        assertEquals("Kafka", plot.y().labelAt(2));
        assertEquals("ZeroMQ*", plot.y().labelAt(1));
        assertTrue(plot.remarks().get(0).text().startsWith("100k/s ["), plot.remarks()::toString);
        assertEquals("400k/s", plot.remarks().get(1).text());
        assertEquals(Axis.Scale.LINEAR, plot.x().scale());
        assertEquals(0, plot.x().min());
    }

    @Test
    void aBoundThatIsFarAwayMakesTheAxisLogarithmic() throws IOException {
        Plot plot = plot(new MadeUpFolder(folder)
                .throughput("kafka", 1, Verdict.VALID, 300_000)
                .throughput("loopback", 1, Verdict.VALID, 50_000_000));

        assertEquals(Axis.Scale.LOGARITHMIC, plot.x().scale());
        assertEquals(100_000, plot.x().min(), 1e-6);
        assertEquals(100_000_000, plot.x().max(), 1e-6);
    }

    @Test
    void anInvalidCellHasNoNumber() throws IOException {
        RunMaterial run = new RunMaterial(folder, Campaigns.withAnInvalidCell());

        Plot plot = ThroughputPlots.of(run).get(0);

        assertFalse(plot.toString().contains("7.77"), plot::toString);
        assertTrue(
                plot.curves().stream().flatMap(curve -> curve.points().stream()).allMatch(p -> p.x() < 1_000_000));
        assertTrue(plot.notes().contains("ZeroMQ is INVALID: no figure, no curve."), plot.notes()::toString);
    }

    private static Plot plot(MadeUpFolder made) throws IOException {
        List<Plot> plots = ThroughputPlots.of(made.material());
        assertEquals(1, plots.size());
        return plots.get(0);
    }
}
