package org.busmark.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.busmark.bus.Capabilities;
import org.busmark.latency.Series;
import org.busmark.ledger.Judgement;
import org.busmark.ledger.LedgerRules;
import org.busmark.ledger.LedgerTotals;
import org.busmark.ledger.Verdict;
import org.busmark.workload.LoopKind;
import org.busmark.workload.Workload;

/** Turns what was recorded into a report with its verdict. Pure. */
final class Judge {
    /** An open loop that sent less than this share of what was due did not offer the rate that it names. */
    private static final double OFFERED_AT_LEAST = 0.99;

    private final Workload workload;
    private final Capabilities capabilities;

    Judge(Workload workload, Capabilities capabilities) {
        this.workload = workload;
        this.capabilities = capabilities;
    }

    TrafficReport report(
            LedgerTotals totals,
            List<Series> series,
            long deliveredWhileMeasuring,
            double measuredSeconds,
            DisturbanceLog disturbances) {
        Judgement judgement = LedgerRules.judge(
                        totals, workload.guarantee(), disturbances.kinds(), capabilities.flagsRedelivery())
                .and(offeredRate(totals))
                .and(measured(deliveredWhileMeasuring))
                .and(timed(series));
        return new TrafficReport(
                totals, series, deliveredWhileMeasuring, measuredSeconds, judgement, disturbances.lines());
    }

    private Judgement offeredRate(LedgerTotals totals) {
        if (workload.loop() != LoopKind.OPEN || totals.attempted() >= OFFERED_AT_LEAST * totals.scheduled()) {
            return Judgement.VALID;
        }
        return Judgement.degraded(String.format(
                Locale.ROOT,
                "offered rate missed: %d of %d due messages were sent (%.1f %%), needed 99 %%",
                totals.attempted(),
                totals.scheduled(),
                100.0 * totals.attempted() / totals.scheduled()));
    }

    private static Judgement measured(long delivered) {
        return delivered > 0 ? Judgement.VALID : Judgement.invalid("no message was delivered while measuring");
    }

    private static Judgement timed(List<Series> series) {
        List<String> reasons = new ArrayList<>();
        for (Series one : series) {
            if (one.negative() > 0 || one.outOfRange() > 0) {
                reasons.add(one.name().key() + ": " + one.negative() + " negative samples and " + one.outOfRange()
                        + " over 1 h, allowed 0");
            }
        }
        return reasons.isEmpty() ? Judgement.VALID : new Judgement(Verdict.DEGRADED, reasons);
    }
}
