package org.busmark.bench.campaign;

import java.io.IOException;
import org.busmark.bench.hosting.BusHost;
import org.busmark.workload.Cell;

/** Runs a cell once in another JVM. Confined to one thread. */
@FunctionalInterface
interface Launcher extends AutoCloseable {
    /**
     * Runs it.
     *
     * @param run number that tells its messages from any other run's
     * @param histograms whether it leaves interval logs beside its record
     * @return what came of it; a fork that fails is a record with its reason
     * @throws IOException if a folder cannot be written
     */
    ForkLauncher.Result run(BusHost host, Cell cell, int round, int run, boolean histograms) throws IOException;

    /** Ends the JVM that runs were made in, where it lives longer than a run. */
    @Override
    default void close() {}
}
