package org.busmark.bench.plan;

import java.io.IOException;
import org.busmark.results.record.ForkRecord;
import org.busmark.workload.Cell;

/** Runs one cell once. Runs follow one another: an implementation need not bear two threads. */
@FunctionalInterface
public interface CellRunner {
    /**
     * Runs it and returns what was recorded. A run that fails is a record with its reason, not an exception.
     *
     * @param round from 1; part of the record's identity
     * @throws IOException if a record cannot be stored
     */
    ForkRecord run(Cell cell, int round) throws IOException;
}
