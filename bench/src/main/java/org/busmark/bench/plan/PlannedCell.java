package org.busmark.bench.plan;

import java.util.Optional;
import org.busmark.workload.Cell;

/**
 * A cell, or the reason why there is none.
 *
 * @param notOffered one line; empty when it will be measured
 */
public record PlannedCell(Cell cell, Optional<String> notOffered) {
    /** Whether it will be measured. */
    public boolean isOffered() {
        return notOffered.isEmpty();
    }
}
