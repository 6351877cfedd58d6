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
 * Makes the first run in a JVM for nothing, until its compilers are calm while it is measured: else that run alone would
 * be a cold one among warm ones. After {@value #MOST} it is measured as it is; the verdict says so.
 */
final class WarmedRuns implements CellRunner {
    static final int MOST = 3;

    private final BooleanSupplier cold;
    private final CellRunner runs;

    /** @param cold whether the next run would be the first in its JVM */
    WarmedRuns(BooleanSupplier cold, CellRunner runs) {
        this.cold = cold;
        this.runs = runs;
    }

    @Override
    public ForkRecord run(Cell cell, int round) throws IOException {
        if (cold.getAsBoolean()) {
            boolean compiling = true;
            for (int made = 0; made < MOST && compiling; made++) {
                compiling = isCompiling(runs.run(cell, round).run(), cell);
            }
        }
        return runs.run(cell, round);
    }

    /** Of a run that failed, or whose compilers cannot be told, nothing can be hoped. */
    private static boolean isCompiling(RunRecord run, Cell cell) {
        Double share = run.compilingShare();
        return run.verdict() != Verdict.INVALID
                && share != null
                && share > Limits.compilingShare(cell.workload().loop());
    }
}
