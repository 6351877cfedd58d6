package org.busmark.bench.capacity;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.busmark.bench.fork.RecordedCell;
import org.busmark.bench.plan.CellRunner;
import org.busmark.results.record.ForkRecord;
import org.busmark.results.record.RunRecord;
import org.busmark.workload.Cell;
import org.busmark.workload.Workload;

/** Answers at once what a bus of a known capacity would, and remembers what it was asked. */
final class MadeUpBus implements CellRunner {
    /** What becomes of a clean run at a rate that the bus cannot do for ever. */
    @FunctionalInterface
    interface Overload {
        MadeUpRun spoil(MadeUpRun run, double rate, double capacity);
    }

    /** Sends block: what is too much is never sent. */
    static final Overload SENDS_BLOCK = (run, rate, capacity) ->
            run.sent(capacity / rate, lagUs(rate, capacity), 100).p99Us(2 * lagUs(rate, capacity));

    /** Everything is taken, and waits. */
    static final Overload BACKLOG_GROWS =
            (run, rate, capacity) -> run.backlogGrows(rate - capacity).p99Us(2 * lagUs(rate, capacity));

    /** The sender is too slow, not the bus. */
    static final Overload SENDER_IS_LATE =
            (run, rate, capacity) -> run.sent(capacity / rate, lagUs(rate, capacity), 0.9 * lagUs(rate, capacity))
                    .p99Us(2 * lagUs(rate, capacity));

    /** Only the tail tells. */
    static final Overload TAIL_RISES = (run, rate, capacity) -> run.p99Us(1.2 * MadeUpRun.OBJECTIVE_US);

    private final double capacity;
    private final Overload overload;
    private final List<Workload> asked = new ArrayList<>();
    private final List<Integer> rounds = new ArrayList<>();
    private UnaryOperator<RunRecord> moment = run -> run;

    MadeUpBus(double capacity, Overload overload) {
        this.capacity = capacity;
        this.overload = overload;
    }

    /** What the moment does to a run, whatever its rate. */
    MadeUpBus disturbedBy(UnaryOperator<RunRecord> disturbance) {
        moment = disturbance;
        return this;
    }

    @Override
    public ForkRecord run(Cell cell, int round) {
        Workload workload = cell.workload();
        asked.add(workload);
        rounds.add(round);
        double rate = workload.rate().perSecond();
        MadeUpRun run = MadeUpRun.of(workload);
        return new ForkRecord(
                RecordedCell.of(cell, "OpenLoopBenchmark"),
                moment.apply((rate > capacity ? overload.spoil(run, rate, capacity) : run).record(round)));
    }

    List<Workload> asked() {
        return asked;
    }

    List<Double> rates() {
        return asked.stream().map(workload -> workload.rate().perSecond()).toList();
    }

    List<Integer> rounds() {
        return rounds;
    }

    /** Half of what a sender is behind after 3 s. */
    private static double lagUs(double rate, double capacity) {
        return 1.5e6 * (1 - capacity / rate);
    }
}
