package org.busmark.bench.plan;

import java.util.Optional;
import org.busmark.workload.Cell;

/**
 * A cell, or the reason why there is none.
 *
 * @param rounds how often it runs; from the first round on
 * @param notOffered one line; empty when it will be measured
 */
public record PlannedCell(Cell cell, int rounds, Optional<String> notOffered) {
    /** Whether it will be measured. */
    public boolean isOffered() {
        return notOffered.isEmpty();
    }
}
