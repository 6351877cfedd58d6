package org.busmark.bench.capacity;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.busmark.bench.plan.CellRunner;
import org.busmark.ledger.Verdict;
import org.busmark.results.record.CapacityRecord;
import org.busmark.results.record.CapacityRecord.Probe;
import org.busmark.results.record.ForkRecord;
import org.busmark.workload.Cell;
import org.busmark.workload.Rate;

/** Stand-in: doubles the rate until a run is INVALID or misses it. */
public final class CapacitySearch {
    private CapacitySearch() {}

    /** Searches. */
    public static CapacityRecord find(Cell openLoop, CellRunner runner, Consumer<String> progress) throws IOException {
        List<Probe> probes = new ArrayList<>();
        Double sustained = null;
        for (double rate = 2000; rate < 1e6; rate *= 2) {
            progress.accept("capacity of " + openLoop.bus() + " at " + new Rate(rate));
            Cell probe = new Cell(openLoop.bus(), openLoop.workload().withRate(new Rate(rate)));
            ForkRecord record = runner.run(probe, probes.size() + 1);
            Double got = record.run().throughputPerSecond();
            boolean holds = record.run().verdict() != Verdict.INVALID && got != null && got > 0.98 * rate;
            probes.add(new Probe(rate, holds, holds ? null : "missed", null));
            if (!holds) {
                break;
            }
            sustained = rate;
        }
        return new CapacityRecord(
                openLoop.bus(),
                openLoop.workload().name(),
                openLoop.workload().guarantee(),
                openLoop.workload().message().bytes(),
                openLoop.workload().objective().toNanos() / 1e3,
                sustained,
                sustained == null ? "none sustained" : null,
                probes,
                List.of());
    }
}
