package org.busmark.bench.plan;

import java.time.Duration;
import org.busmark.workload.Cell;

/**
 * One thing that a campaign will do, and how long that takes.
 *
 * @param kind what is done
 * @param bus on which
 * @param round in which, from 1
 * @param cell what tells it from others of its kind: the id of the cell that is run, or, for a probe and the points of a
 *     sweep, of the cell that the plan has for it; empty for a broker
 * @param time planned
 */
public record PlannedStep(Kind kind, String bus, int round, String cell, Duration time) {
    /** What is done. */
    public enum Kind {
        /** A broker is started, conditioned and at last stopped. */
        BROKER,
        /** A cell runs once. */
        RUN,
        /** A probe of a search for a capacity; how many a search takes is known when it is over. */
        SEARCH,
        /** A point of a sweep runs once. */
        SWEEP,
        /** The walkthrough is taken. */
        WALKTHROUGH
    }

    /** Whether it is one run that ends with a record. */
    public boolean isRun() {
        return kind == Kind.RUN || kind == Kind.SWEEP;
    }

    boolean is(Kind otherKind, String otherBus, int otherRound, String otherCell) {
        return kind == otherKind && bus.equals(otherBus) && round == otherRound && cell.equals(otherCell);
    }

    static PlannedStep of(Kind kind, int round, Cell cell, Duration time) {
        return new PlannedStep(kind, cell.bus(), round, cell.id(), time);
    }
}
