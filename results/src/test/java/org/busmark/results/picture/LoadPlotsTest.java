package org.busmark.results.picture;

import static org.busmark.results.picture.MadeUpFolder.openLoop;
import static org.busmark.results.picture.MadeUpFolder.samples;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.busmark.bus.Guarantee;
import org.busmark.ledger.Verdict;
import org.busmark.results.record.CapacityRecord;
import org.busmark.results.record.CapacityRecord.SweepPoint;
import org.busmark.results.record.CellCoordinates;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LoadPlotsTest {
    @TempDir
    private Path folder;

    @Test
    void theSweepIsDrawnOverTheOfferedRateWithTheCapacityMarked() throws IOException {
        RunMaterial run =
                sweep(new MadeUpFolder(folder), "kafka", 20_000, Verdict.VALID).material();

        Plot plot = LoadPlots.of(run).get(0);

        Curve p50 = plot.curves().get(0);
        assertEquals("Kafka", p50.name());
        assertEquals(
                List.of(2_000.0, 10_000.0, 20_000.0),
                p50.points().stream().map(Point::x).toList());
        assertEquals(1_000, p50.points().get(0).y(), 1);
        assertEquals(3_000, p50.points().get(2).y(), 3);
        assertEquals(Trace.DASHED_WITH_DOTS, plot.curves().get(1).trace());
        Curve capacity = plot.curves().get(2);
        assertEquals(Trace.DOTTED, capacity.trace());
        assertTrue(capacity.points().stream().allMatch(point -> point.x() == 20_000));
        assertEquals("20k/s", plot.remarks().get(0).text());
        assertTrue(plot.notes().toString().contains("response p99 meets 50 ms"), plot.notes()::toString);
        assertEquals(List.of("load", "climb", "FIRE_AND_FORGET"), plot.fileWords());
    }

    @Test
    void cellsOfASweepHaveNoOtherPicture() throws IOException {
        RunMaterial run =
                sweep(new MadeUpFolder(folder), "kafka", 20_000, Verdict.VALID).material();

        assertEquals(List.of(), PercentilePlots.of(run));
        assertEquals(List.of(), TimePlots.of(run));
    }

    @Test
    void busesThatAreFarApartShareALogarithmicAxis() throws IOException {
        MadeUpFolder made = sweep(new MadeUpFolder(folder), "kafka", 900_000, Verdict.VALID);

        Plot plot = LoadPlots.of(sweep(made, "rabbitmq", 20_000, Verdict.VALID).material())
                .get(0);

        assertEquals(Axis.Scale.LOGARITHMIC, plot.x().scale());
        assertEquals(
                List.of("Kafka", "RabbitMQ"),
                plot.curves().stream()
                        .map(Curve::name)
                        .filter(name -> !name.isEmpty())
                        .toList());
    }

    @Test
    void anInvalidRateHasNoPoint() throws IOException {
        RunMaterial run = sweep(new MadeUpFolder(folder), "kafka", 20_000, Verdict.INVALID)
                .material();

        Plot plot = LoadPlots.of(run).get(0);

        assertEquals(2, plot.curves().get(0).points().size());
        assertTrue(plot.notes().contains("Kafka: 1 of 3 rates are INVALID and have no point."), plot.notes()::toString);
    }

    @Test
    void aBusWithoutCapacityIsNamedWithItsReason() throws IOException {
        MadeUpFolder made = sweep(new MadeUpFolder(folder), "kafka", 20_000, Verdict.VALID)
                .capacity(capacity("rabbitmq", null, "no rate was sustained", List.of()));

        Plot plot = LoadPlots.of(made.material()).get(0);

        assertTrue(plot.notes().contains("RabbitMQ has no capacity: no rate was sustained."), plot.notes()::toString);
    }

    /** At a tenth, a half and all of it; the median grows by a millisecond from one to the next. */
    private static MadeUpFolder sweep(MadeUpFolder made, String bus, double perSecond, Verdict last)
            throws IOException {
        List<SweepPoint> points = new ArrayList<>();
        double[] shares = {0.1, 0.5, 1};
        for (int i = 0; i < shares.length; i++) {
            CellCoordinates cell = openLoop(bus, "climb", shares[i] * perSecond);
            made.run(cell, 1, shares[i] == 1 ? last : Verdict.VALID, List.of(samples(1_000, (i + 1) * 1_000_000L)));
            points.add(new SweepPoint(shares[i], cell.cellId()));
        }
        return made.capacity(capacity(bus, perSecond, null, points));
    }

    private static CapacityRecord capacity(
            String bus, @Nullable Double perSecond, @Nullable String reason, List<SweepPoint> sweep) {
        return new CapacityRecord(
                bus, "climb", Guarantee.FIRE_AND_FORGET, 100, 50_000, perSecond, reason, List.of(), sweep);
    }
}
