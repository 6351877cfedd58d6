package org.busmark.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.busmark.latency.Series;
import org.busmark.ledger.Judgement;
import org.busmark.workload.LoopKind;

/** What instrument and machine say about a run; the ledger has its own rules. Pure. */
public final class RunRules {
    private RunRules() {}

    /** The worst of all rules, each at most one reason. */
    public static Judgement judge(RunHistory history) {
        return Judgement.worst(List.of(
                delivered(history),
                offeredRate(history),
                possible(history),
                DelayRules.pacing(history),
                DelayRules.jitter(history),
                CpuRules.stolen(history),
                CpuRules.foreign(history),
                CpuRules.compiling(history),
                SteadyState.judge(history)));
    }

    private static Judgement delivered(RunHistory history) {
        return history.deliveredWhileMeasuring() > 0
                ? Judgement.VALID
                : Judgement.invalid(Reason.NOTHING_MEASURED.because(""));
    }

    private static Judgement offeredRate(RunHistory history) {
        Offer offer = history.offer();
        if (history.loop() != LoopKind.OPEN || offer.sent() >= Limits.OFFERED_RATE_LEAST * offer.due()) {
            return Judgement.VALID;
        }
        return Judgement.degraded(Reason.OFFERED_RATE.because(String.format(
                Locale.ROOT,
                ": %d of %d due messages were sent (%.1f %%), needed %s",
                offer.sent(),
                offer.due(),
                100.0 * offer.sent() / offer.due(),
                Words.percent(Limits.OFFERED_RATE_LEAST))));
    }

    /** Times that cannot be: before the cause, or longer than any run. */
    private static Judgement possible(RunHistory history) {
        List<String> found = new ArrayList<>();
        for (Series one : history.series()) {
            if (one.negative() > 0 || one.outOfRange() > 0) {
                found.add(one.name().key() + " has " + one.negative() + " samples below 0 and " + one.outOfRange()
                        + " over 1 h");
            }
        }
        return found.isEmpty()
                ? Judgement.VALID
                : Judgement.degraded(Reason.IMPOSSIBLE_TIME.because(": " + String.join("; ", found) + "; allowed 0"));
    }
}
