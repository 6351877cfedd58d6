package org.busmark.results.picture;

import static org.busmark.results.picture.MadeUpFolder.openLoop;
import static org.busmark.results.picture.MadeUpFolder.samples;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.busmark.ledger.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TimePlotsTest {
    @TempDir
    private Path folder;

    /** One second of three stands still, in one round of two. */
    private Plot stalled() throws IOException {
        Histogram quiet = samples(1_000, 1_000_000);
        Histogram stall = samples(1_000, 500_000_000);
        RunMaterial run = new MadeUpFolder(folder)
                .run(openLoop("kafka", "steady", 1_000), 1, Verdict.VALID, List.of(quiet, quiet, quiet))
                .run(openLoop("kafka", "steady", 1_000), 2, Verdict.VALID, List.of(quiet, stall, quiet))
                .material();
        return TimePlots.of(run).get(0);
    }

    @Test
    void eachSecondShowsAllRoundsAdded() throws IOException {
        Plot plot = stalled();

        Curve p50 = plot.curves().get(0);
        Curve p99 = plot.curves().get(1);
        Curve largest = plot.curves().get(2);
        assertEquals(List.of(0.5, 1.5, 2.5), p50.points().stream().map(Point::x).toList());
        assertEquals(1_000, p50.points().get(1).y(), 1, "half of that second's messages were quick");
        assertEquals(500_000, p99.points().get(1).y(), 500);
        assertEquals(1_000, p99.points().get(0).y(), 1);
        assertEquals(500_000, largest.points().get(1).y(), 500);
        assertEquals(
                List.of("steady", "", ""),
                plot.curves().stream().map(Curve::name).toList());
        assertEquals(3, plot.x().max());
    }

    @Test
    void aPercentileNeedsTenSamplesAboveItInEverySecond() throws IOException {
        RunMaterial run = new MadeUpFolder(folder)
                .run(
                        openLoop("kafka", "steady", 1_000),
                        1,
                        Verdict.VALID,
                        List.of(samples(1_000, 1_000_000), samples(999, 1_000_000), samples(19, 1_000_000)))
                .material();

        Plot plot = TimePlots.of(run).get(0);

        assertEquals(2, plot.curves().get(0).points().size());
        assertEquals(1, plot.curves().get(1).points().size());
        assertEquals(3, plot.curves().get(2).points().size());
    }

    @Test
    void theWordsSayWhatIsWhat() throws IOException {
        Plot plot = stalled();

        assertTrue(plot.notes().stream().anyMatch(note -> note.contains("Dashed: p99")), plot.notes()::toString);
        assertEquals("Response over time: Kafka", plot.title());
        assertEquals("10 ms", plot.y().labelAt(4));
        assertEquals("", plot.y().labelAt(3.5));
    }
}
