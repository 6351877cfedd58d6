package org.busmark.results.record;

import org.busmark.bus.Guarantee;

/**
 * Which cell: what was measured, without the figures.
 *
 * @param cellId hash of the resolved specification
 * @param bus adapter's id
 * @param workload its name
 * @param messageBytes whole payload, header included
 * @param benchmark simple name of the JMH benchmark
 */
public record CellCoordinates(
        String cellId,
        String bus,
        String workload,
        Guarantee guarantee,
        Rate rate,
        int messageBytes,
        String benchmark) {
    public CellCoordinates {
        Require.notBlank("cellId", cellId);
        Require.notBlank("bus", bus);
        Require.notBlank("workload", workload);
        Require.atLeast(1, "messageBytes", messageBytes);
        Require.notBlank("benchmark", benchmark);
    }

    /** How messages are offered. */
    public Load load() {
        return Load.of(rate, benchmark);
    }

    /** Whether the two differ in the bus only, so that their figures may stand in one comparison. */
    public boolean sameWork(CellCoordinates other) {
        return workload.equals(other.workload)
                && guarantee == other.guarantee
                && rate.equals(other.rate)
                && messageBytes == other.messageBytes
                && benchmark.equals(other.benchmark);
    }
}
