package org.busmark.bench.fork;

import java.util.Optional;
import org.busmark.bus.BusAdapter;
import org.busmark.bus.BusSettings;
import org.busmark.workload.Cell;
import org.busmark.workload.Workload;

/**
 * What a fork has to do.
 *
 * @param adapter of the bus
 * @param workload resolved
 * @param benchmark simple name of the JMH benchmark that hosts it
 * @param brief what the host told; empty when started by hand
 */
public record MeasuredWork(BusAdapter adapter, Workload workload, String benchmark, Optional<ForkBrief> brief) {
    /** What is measured. */
    public Cell cell() {
        return new Cell(adapter.id(), workload);
    }

    /** Address and tuning for the adapter. */
    public BusSettings settings() {
        return new BusSettings(
                brief.map(ForkBrief::connection).orElse(java.util.Map.of()), workload.settingsFor(adapter.id()));
    }
}
