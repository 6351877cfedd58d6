package org.busmark.bench.capacity;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.busmark.bench.plan.CellRunner;
import org.busmark.results.record.CapacityRecord.Probe;
import org.busmark.verdict.Words;
import org.busmark.workload.Cell;
import org.busmark.workload.Rate;
import org.busmark.workload.Workload;

/** Asks the bus whether it sustains a rate, as often as it takes, and keeps what it answered. Confined to a thread. */
final class Probes {
    private final Cell cell;
    private final CellRunner runner;
    private final Consumer<String> progress;
    private final Duration warmUp;
    private final List<Probe> asked = new ArrayList<>();

    Probes(Cell cell, CellRunner runner, Consumer<String> progress, Duration warmUp) {
        this.cell = cell;
        this.runner = runner;
        this.progress = progress;
        this.warmUp = warmUp;
    }

    /**
     * One run decides where it is sustained or clearly missed. Where it is missed in a way that a moment of the machine
     * could cause, two of three runs decide.
     */
    Finding ask(double rate, Duration least) throws IOException {
        Finding first = run(rate, least);
        if (!first.isWorthAnotherRun()) {
            return first;
        }
        Finding second = run(rate, least);
        return second.isSustained() ? run(rate, least) : second;
    }

    private Finding run(double rate, Duration least) throws IOException {
        Workload workload =
                cell.workload().withRate(new Rate(rate)).withTimes(warmUp, ProbeTimes.lengthened(least, rate));
        progress.accept("capacity of " + cell.bus() + ", " + workload.name() + ", " + workload.guarantee() + ": probe "
                + (asked.size() + 1) + " at " + Words.perSecond(rate));
        int round = CapacitySearch.FIRST_ROUND + asked.size();
        Finding finding = Sustained.judge(
                workload, runner.run(new Cell(cell.bus(), workload), round).run());
        asked.add(new Probe(
                rate, finding.isSustained(), finding.isSustained() ? null : finding.why(), finding.responseP99Us()));
        return finding;
    }

    /** In order. */
    List<Probe> asked() {
        return List.copyOf(asked);
    }
}
