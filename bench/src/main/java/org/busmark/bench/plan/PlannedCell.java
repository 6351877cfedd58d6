package org.busmark.bench.plan;

import java.util.Optional;
import org.busmark.workload.Cell;
import org.busmark.workload.Question;

/**
 * A cell, or the reason why there is none.
 *
 * @param rounds how often it runs, from the first round on; of a sweep, how often each of its points does
 * @param question whether this cell itself is measured, or its bus's capacity is searched for with other rates
 * @param notOffered one line; empty when it will be measured
 */
public record PlannedCell(Cell cell, int rounds, Question question, Optional<String> notOffered) {
    /** A cell that is measured as it is. */
    public PlannedCell(Cell cell, int rounds, Optional<String> notOffered) {
        this(cell, rounds, Question.FIGURES, notOffered);
    }

    /** Whether anything will be measured. */
    public boolean isOffered() {
        return notOffered.isEmpty();
    }

    /** Whether a capacity will be searched for. */
    public boolean isSearched() {
        return isOffered() && question.searches();
    }

    /** Whether it is measured as it is. */
    public boolean isMeasured() {
        return isOffered() && !question.searches();
    }
}
