package org.busmark.bench.capacity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.busmark.workload.Cell;
import org.busmark.workload.Rate;
import org.busmark.workload.Shape;
import org.busmark.workload.Workload;
import org.junit.jupiter.api.Test;

final class SweepTest {
    private static final Cell CELL = new Cell("kafka", MadeUpRun.workload(Shape.QUEUE));

    @Test
    void offersSharesOfTheCapacity() {
        List<Sweep.Point> points = Sweep.cells(CELL, 61_300);

        assertEquals(
                List.of(0.10, 0.25, 0.50, 0.75, 0.90, 0.95, 1.00, 1.05),
                points.stream().map(Sweep.Point::share).toList());
        assertEquals(
                List.of("6130/s", "15325/s", "30650/s", "45975/s", "55170/s", "58235/s", "61300/s", "64365/s"),
                points.stream()
                        .map(point -> point.cell().workload().rate().toString())
                        .toList());
    }

    @Test
    void theWorkIsTheCellsOwnButForItsRate() {
        for (Sweep.Point point : Sweep.cells(CELL, 1_370)) {
            Workload workload = point.cell().workload();
            assertEquals("kafka", point.cell().bus());
            assertEquals(CELL.workload(), workload.withRate(CELL.workload().rate()));
        }
    }

    @Test
    void aRateSurvivesBeingWrittenAndRead() {
        for (double capacity : new double[] {1_370, 127, 333.333, 9_990_000}) {
            for (Sweep.Point point : Sweep.cells(CELL, capacity)) {
                Rate rate = point.cell().workload().rate();
                assertEquals(rate, Rate.parse(rate.toString()));
                assertTrue(Math.abs(rate.perSecond() - point.share() * capacity) <= 0.0005 + 1e-9);
            }
        }
    }
}
