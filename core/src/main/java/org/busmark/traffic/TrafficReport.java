package org.busmark.traffic;

import java.util.List;
import org.busmark.latency.Series;
import org.busmark.ledger.Judgement;
import org.busmark.ledger.LedgerTotals;
import org.busmark.verdict.Conditions;

/**
 * What one run showed.
 *
 * @param ledger of the whole run, warm-up included
 * @param series of the measured iterations; one that was not measured is absent
 * @param deliveredWhileMeasuring messages that every group received between begin and end of the measured iterations
 * @param measuredSeconds how long these lasted
 * @param conditions what surrounded them
 * @param judgement the verdict with its reasons
 * @param disturbances what happened to the clients, in words
 */
public record TrafficReport(
        LedgerTotals ledger,
        List<Series> series,
        long deliveredWhileMeasuring,
        double measuredSeconds,
        Conditions conditions,
        Judgement judgement,
        List<String> disturbances) {
    public TrafficReport {
        series = List.copyOf(series);
        disturbances = List.copyOf(disturbances);
    }

    /** Messages per second that every group received; 0 if nothing was measured. */
    public double deliveredPerSecond() {
        return measuredSeconds > 0 ? deliveredWhileMeasuring / measuredSeconds : 0;
    }
}
