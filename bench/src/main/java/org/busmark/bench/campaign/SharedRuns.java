package org.busmark.bench.campaign;

import java.io.IOException;
import org.busmark.bench.plan.CellRunner;

/**
 * Makes the runs of one bus in one round, all in the same JVM, which ends with them. Confined to one thread.
 *
 * @param cells makes the plan's
 * @param probes makes those that a search for a capacity tries; they leave a record each, and no interval logs
 * @param jvm what they are made in
 */
record SharedRuns(CellRunner cells, CellRunner probes, Launcher jvm) implements AutoCloseable {
    /** Begins another such series of runs. */
    @FunctionalInterface
    interface Source {
        /** @param spare for runs that are made again */
        SharedRuns open(SpareTime spare) throws IOException;
    }

    @Override
    public void close() {
        jvm.close();
    }
}
