package org.busmark.results.compare;

import org.busmark.results.record.CellCoordinates;
import org.busmark.results.record.CellRecord;

/**
 * A cell, or one figure of it, that is not compared.
 *
 * @param cell which one; of B where both have it
 * @param reason in words
 * @param promiseBroken whether it is INVALID in B and was not in A, which is worse than any slowness
 */
public record Refusal(CellCoordinates cell, String reason, boolean promiseBroken) {
    static Refusal of(CellRecord cell, String reason) {
        return new Refusal(cell.coordinates(), reason, false);
    }
}
