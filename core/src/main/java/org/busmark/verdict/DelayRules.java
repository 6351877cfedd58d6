package org.busmark.verdict;

import java.util.OptionalDouble;
import org.busmark.latency.Series;
import org.busmark.latency.SeriesName;
import org.busmark.ledger.Judgement;

/** Delays that are not the bus's, held against the figure that contains them. */
final class DelayRules {
    private static final double[] PACER = {50, 90, 99};
    // A jitter p50 is what every timer takes, and no message waits for a timer.
    private static final double[] MACHINE = {90, 99};

    private DelayRules() {}

    /** The pacer's own error: what an earlier send explains is the bus's doing and belongs into the response. */
    static Judgement pacing(RunHistory history) {
        return judge(
                history,
                SeriesName.PACER_ERROR,
                PACER,
                Limits.PACER_ERROR_SHARE,
                Limits.PACER_ERROR_FLOOR_US,
                Reason.PACING,
                " of the pacer's own, ");
    }

    static Judgement jitter(RunHistory history) {
        return judge(
                history, SeriesName.JITTER, MACHINE, Limits.JITTER_SHARE, Limits.JITTER_FLOOR_US, Reason.JITTER, ", ");
    }

    /** Names the percentile of which the delay is the largest share. */
    private static Judgement judge(
            RunHistory history,
            SeriesName name,
            double[] percentiles,
            double allowedShare,
            double floorUs,
            Reason kind,
            String whose) {
        Series delay = history.series(name).orElse(null);
        Series figure = history.figure().orElse(null);
        if (delay == null || figure == null) {
            return Judgement.VALID;
        }
        double worst = allowedShare;
        String details = "";
        for (double percentile : percentiles) {
            OptionalDouble delayUs = delay.percentileUs(percentile);
            OptionalDouble figureUs = figure.percentileUs(percentile);
            if (delayUs.isEmpty() || figureUs.isEmpty() || delayUs.getAsDouble() <= floorUs) {
                continue;
            }
            double share = delayUs.getAsDouble() / Math.max(figureUs.getAsDouble(), 1e-3);
            if (share > worst) {
                worst = share;
                String which = Words.quantile(percentile);
                details = " " + which + " is " + Words.micros(delayUs.getAsDouble()) + whose + Words.percent(share)
                        + " of " + figure.name().key() + " " + which + " " + Words.micros(figureUs.getAsDouble())
                        + "; allowed " + Words.percent(allowedShare);
            }
        }
        return details.isEmpty() ? Judgement.VALID : Judgement.degraded(kind.because(details));
    }
}
