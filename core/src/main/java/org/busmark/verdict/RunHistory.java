package org.busmark.verdict;

import java.util.List;
import java.util.Optional;
import org.busmark.latency.Series;
import org.busmark.latency.SeriesName;
import org.busmark.ledger.LedgerTotals;
import org.busmark.workload.LoopKind;

/**
 * All that a verdict on the instrument and the machine rests on.
 *
 * @param loop how messages were offered
 * @param bound whether nothing is compared, and the figure is itself what the instrument and the machine add
 * @param offer what was to be sent while measuring, and what was
 * @param ledger of the whole run
 * @param series of the measured time; one that was not measured is absent
 * @param deliveredWhileMeasuring to every group
 * @param conditions what surrounded it
 */
public record RunHistory(
        LoopKind loop,
        boolean bound,
        Offer offer,
        LedgerTotals ledger,
        List<Series> series,
        long deliveredWhileMeasuring,
        Conditions conditions) {
    public RunHistory {
        series = List.copyOf(series);
    }

    Optional<Series> series(SeriesName name) {
        return series.stream().filter(one -> one.name() == name).findFirst();
    }

    /** The latency that is this loop's figure; none in the closed loop, where latency is the length of the queue. */
    Optional<Series> figure() {
        return switch (loop) {
            case OPEN -> series(SeriesName.RESPONSE);
            case ROUND_TRIP -> series(SeriesName.SERVICE);
            case CLOSED -> Optional.empty();
        };
    }
}
