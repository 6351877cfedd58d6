package org.busmark.bench.plan;

import org.busmark.ledger.Verdict;
import org.busmark.results.record.RunRecord;
import org.busmark.verdict.Reason;

/** What a recorded run's verdict is due to. Records have reasons in words; their kinds are the engine's. */
public final class VerdictCause {
    private VerdictCause() {}

    /** Whether a run's verdict has a reason of this kind. */
    public static boolean has(Reason kind, RunRecord run) {
        return run.reasons().stream().anyMatch(kind::matches);
    }

    /**
     * Whether others than the bus and its client had more of the machine than a verdict allows, which no load of ours
     * makes. A broken promise remains one: of an INVALID run this is never said.
     */
    public static boolean isDisturbance(RunRecord run) {
        return run.verdict() != Verdict.INVALID && (has(Reason.STOLEN_CPU, run) || has(Reason.FOREIGN_CPU, run));
    }
}
