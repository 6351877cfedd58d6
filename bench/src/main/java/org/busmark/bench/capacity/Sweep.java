package org.busmark.bench.capacity;

import java.util.List;
import org.busmark.workload.Cell;
import org.busmark.workload.Rate;

/** The curve of latency against load: the same open loop at shares of its capacity, each an ordinary cell. */
public final class Sweep {
    private static final List<Double> SHARES = List.of(0.10, 0.25, 0.50, 0.75, 0.90, 0.95, 1.00, 1.05);

    /** As a rate's text has it. */
    private static final double STEPS_PER_MESSAGE = 1_000;

    private Sweep() {}

    /**
     * A place of the curve.
     *
     * @param share of the capacity that is offered, such as 0.75
     * @param cell with that rate; a campaign that has a cell of the same id already needs no second one
     */
    public record Point(double share, Cell cell) {}

    /**
     * 10, 25, 50, 75, 90, 95, 100 and 105 % of the capacity, in this order.
     *
     * @param cell whose workload is offered; its own rate is not used
     * @param capacityPerSecond positive messages a second
     */
    public static List<Point> cells(Cell cell, double capacityPerSecond) {
        return SHARES.stream()
                .map(share -> new Point(
                        share, new Cell(cell.bus(), cell.workload().withRate(rate(share * capacityPerSecond)))))
                .toList();
    }

    private static Rate rate(double perSecond) {
        return new Rate(Math.rint(perSecond * STEPS_PER_MESSAGE) / STEPS_PER_MESSAGE);
    }
}
