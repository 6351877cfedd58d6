package org.busmark.results.record;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.busmark.bus.Guarantee;

/**
 * Which cell: what was measured, without the figures.
 *
 * @param cellId hash of the resolved specification
 * @param bus adapter's id
 * @param workload its name
 * @param messageBytes whole payload, header included
 * @param benchmark simple name of the JMH benchmark
 * @param work how it was done, by the names of a workload file, such as {@code partitions}; empty in older files
 */
public record CellCoordinates(
        String cellId,
        String bus,
        String workload,
        Guarantee guarantee,
        Rate rate,
        int messageBytes,
        String benchmark,
        @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, String> work) {
    public CellCoordinates {
        Require.notBlank("cellId", cellId);
        Require.notBlank("bus", bus);
        Require.notBlank("workload", workload);
        Require.atLeast(1, "messageBytes", messageBytes);
        Require.notBlank("benchmark", benchmark);
        work = Collections.unmodifiableMap(new LinkedHashMap<>(work));
    }

    /** Of work that only its name tells. */
    public CellCoordinates(
            String cellId,
            String bus,
            String workload,
            Guarantee guarantee,
            Rate rate,
            int messageBytes,
            String benchmark) {
        this(cellId, bus, workload, guarantee, rate, messageBytes, benchmark, Map.of());
    }

    /** How messages are offered. */
    public Load load() {
        return Load.of(rate, benchmark);
    }

    /** Whether both name one cell; a record of an older version may tell less of it. */
    public boolean sameCell(CellCoordinates other) {
        return cellId.equals(other.cellId) && bus.equals(other.bus) && sameWork(other);
    }

    /**
     * Whether the two differ in the bus only, as far as both tell their work, so that their figures may stand in one
     * comparison.
     */
    public boolean sameWork(CellCoordinates other) {
        return sameNames(other) && (work.isEmpty() || other.work.isEmpty() || work.equals(other.work));
    }

    /** Whether the two are called the same, and are the same as far as older files tell. */
    public boolean sameNames(CellCoordinates other) {
        return workload.equals(other.workload)
                && guarantee == other.guarantee
                && rate.equals(other.rate)
                && messageBytes == other.messageBytes
                && benchmark.equals(other.benchmark);
    }
}
