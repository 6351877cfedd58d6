package org.busmark.bench.capacity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.busmark.workload.Cell;
import org.busmark.workload.Rate;

/** Stand-in: the cells of a sweep. */
public final class Sweep {
    private static final double[] SHARES = {0.10, 0.25, 0.50, 0.75, 0.90, 0.95, 1.00, 1.05};

    private Sweep() {}

    /** A point of it. */
    public record Point(double share, Cell cell) {}

    /** Cells at shares of a capacity. */
    public static List<Point> cells(Cell openLoop, double capacityPerSecond) {
        List<Point> points = new ArrayList<>();
        for (double share : SHARES) {
            double rate = BigDecimal.valueOf(share * capacityPerSecond)
                    .round(new MathContext(4))
                    .doubleValue();
            points.add(new Point(
                    share, new Cell(openLoop.bus(), openLoop.workload().withRate(new Rate(rate)))));
        }
        return points;
    }
}
