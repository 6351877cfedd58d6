package org.busmark.bench.campaign;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busmark.bench.plan.CellRunner;
import org.busmark.broker.ProcessCost;
import org.busmark.broker.ProcessTreeCost;
import org.busmark.results.record.ForkRecord;
import org.busmark.workload.Cell;

/** Watches what the brokers use that idle while another bus is measured. Costs a few milliseconds before and after. */
final class IdleWatch implements CellRunner {
    private final BusHosts hosts;
    private final BusNotes notes;
    private final CellRunner next;

    IdleWatch(BusHosts hosts, BusNotes notes, CellRunner next) {
        this.hosts = hosts;
        this.notes = notes;
        this.next = next;
    }

    @Override
    public ForkRecord run(Cell cell, int round) throws IOException {
        Map<String, Idle> idle = new LinkedHashMap<>();
        hosts.processesBeside(cell.bus()).forEach((bus, processes) -> idle.put(bus, Idle.from(processes)));
        long startNs = System.nanoTime();
        ForkRecord record = next.run(cell, round);
        double seconds = (System.nanoTime() - startNs) / 1e9;
        idle.forEach((bus, broker) ->
                broker.cpuSecondsSince().ifPresent(cpuSeconds -> notes.idled(bus, cpuSeconds, seconds)));
        return record;
    }

    private record Idle(ProcessTreeCost cost, Optional<ProcessCost> before) {
        static Idle from(List<ProcessHandle> processes) {
            ProcessTreeCost cost = ProcessTreeCost.of(processes);
            return new Idle(cost, cost.snapshot());
        }

        Optional<Double> cpuSecondsSince() {
            return before.flatMap(
                    start -> cost.snapshot().map(now -> now.minus(start).cpuSeconds()));
        }
    }
}
