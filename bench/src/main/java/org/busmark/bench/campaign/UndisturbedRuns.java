package org.busmark.bench.campaign;

import java.io.IOException;
import org.busmark.bench.plan.CellRunner;
import org.busmark.bench.plan.VerdictCause;
import org.busmark.ledger.Verdict;
import org.busmark.results.record.ForkRecord;
import org.busmark.results.record.RunRecord;
import org.busmark.verdict.Reason;
import org.busmark.workload.Cell;

/**
 * Makes a run again, in the same JVM, while something else than the bus and its client's work had more of the machine
 * than a verdict allows: that JVM's compilers, the hypervisor, other programs. The {@value #MOST}th is taken as it is, and
 * an earlier one when there is no time for more; the verdict says so.
 *
 * <p>Where no time was promised, only the compilers count: a machine that is never quiet would make every run three times.
 *
 * <p>No figure decides: what is kept is not chosen by what it says. How many times a run was made is in its record.
 */
final class UndisturbedRuns implements CellRunner {
    static final int MOST = 3;

    private final CellRunner runs;
    private final SpareTime spare;

    /** @param runs which share a JVM */
    UndisturbedRuns(CellRunner runs, SpareTime spare) {
        this.runs = runs;
        this.spare = spare;
    }

    @Override
    public ForkRecord run(Cell cell, int round) throws IOException {
        ForkRecord record = runs.run(cell, round);
        int made = 1;
        while (made < MOST && isWorthAnother(record.run()) && spare.isLeft()) {
            record = runs.run(cell, round);
            made++;
        }
        return made == 1 ? record : new ForkRecord(record.cell(), record.run().madeTimes(made));
    }

    /** A run that failed would fail again, or its JVM is gone. */
    private boolean isWorthAnother(RunRecord run) {
        return (run.verdict() != Verdict.INVALID && VerdictCause.has(Reason.COMPILING, run))
                || (spare.isBounded() && VerdictCause.isDisturbance(run));
    }
}
