package org.busmark.traffic;

import java.util.List;
import org.busmark.bus.Capabilities;
import org.busmark.latency.Series;
import org.busmark.ledger.Judgement;
import org.busmark.ledger.LedgerRules;
import org.busmark.ledger.LedgerTotals;
import org.busmark.verdict.Conditions;
import org.busmark.verdict.Offer;
import org.busmark.verdict.RunHistory;
import org.busmark.verdict.RunRules;
import org.busmark.workload.Workload;

/** Turns what was recorded into a report with its verdict. Pure. */
final class Judge {
    private final Workload workload;
    private final Capabilities capabilities;

    Judge(Workload workload, Capabilities capabilities) {
        this.workload = workload;
        this.capabilities = capabilities;
    }

    TrafficReport report(
            LedgerTotals totals,
            Offer offer,
            List<Series> series,
            long deliveredWhileMeasuring,
            double measuredSeconds,
            Conditions conditions,
            DisturbanceLog disturbances) {
        RunHistory history = new RunHistory(
                workload.loop(), capabilities.bound(), offer, totals, series, deliveredWhileMeasuring, conditions);
        Judgement judgement = LedgerRules.judge(
                        totals, workload.guarantee(), disturbances.kinds(), capabilities.flagsRedelivery())
                .and(RunRules.judge(history));
        return new TrafficReport(
                totals, series, deliveredWhileMeasuring, measuredSeconds, conditions, judgement, disturbances.lines());
    }
}
