package org.busmark.bench.campaign;

import java.io.IOException;
import org.busmark.bench.plan.CellRunner;
import org.busmark.results.record.ForkRecord;
import org.busmark.workload.Cell;

/** Runs that share a JVM, which ends with them. Confined to one thread. */
final class SharedRuns implements CellRunner, AutoCloseable {
    private final CellRunner runs;
    private final Launcher jvm;

    /** @param jvm what the runs are made in */
    SharedRuns(CellRunner runs, Launcher jvm) {
        this.runs = runs;
        this.jvm = jvm;
    }

    /** Begins another such series of runs. */
    @FunctionalInterface
    interface Source {
        SharedRuns open() throws IOException;
    }

    @Override
    public ForkRecord run(Cell cell, int round) throws IOException {
        return runs.run(cell, round);
    }

    @Override
    public void close() {
        jvm.close();
    }
}
