package org.busmark.bench.campaign;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.busmark.bench.plan.CellRunner;
import org.busmark.ledger.Verdict;
import org.busmark.results.record.ForkRecord;
import org.busmark.results.record.RunRecord;
import org.busmark.verdict.Limits;
import org.busmark.workload.Cell;

/**
 * Makes a run again, in the same JVM, while that JVM's compilers took more than they may: what it measured was their
 * work. The {@value #MOST}th is taken as it is, and an earlier one when there is no time for more; the verdict says so.
 *
 * <p>No figure decides: what is kept is not chosen by what it says.
 */
final class WarmedRuns implements CellRunner {
    static final int MOST = 3;

    private final CellRunner runs;
    private final BooleanSupplier hasTime;

    /**
     * @param runs which share a JVM
     * @param hasTime whether there is time for what is not in the plan
     */
    WarmedRuns(CellRunner runs, BooleanSupplier hasTime) {
        this.runs = runs;
        this.hasTime = hasTime;
    }

    @Override
    public ForkRecord run(Cell cell, int round) throws IOException {
        ForkRecord record = runs.run(cell, round);
        for (int made = 1; made < MOST && isCold(record.run(), cell) && hasTime.getAsBoolean(); made++) {
            record = runs.run(cell, round);
        }
        return record;
    }

    /** A run that failed would fail again, or its JVM is gone. */
    private static boolean isCold(RunRecord run, Cell cell) {
        Double share = run.compilingShare();
        return run.verdict() != Verdict.INVALID
                && share != null
                && share > Limits.compilingShare(cell.workload().loop());
    }
}
