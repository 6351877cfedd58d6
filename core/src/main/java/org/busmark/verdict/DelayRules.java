package org.busmark.verdict;

import java.util.List;
import java.util.OptionalDouble;
import org.busmark.latency.Series;
import org.busmark.latency.SeriesName;
import org.busmark.ledger.Judgement;
import org.busmark.workload.LoopKind;

/**
 * Delays that are not the bus's, held against the figure that contains them. A bound's figure is made of nothing else and
 * is shown for just that: nothing in it can be taken for the bus's.
 */
final class DelayRules {
    /** A percentile with the share of it that a delay's same percentile may be. */
    private record Limit(double percentile, double share) {}

    private static final List<Limit> PACER = List.of(
            new Limit(50, Limits.PACER_ERROR_SHARE),
            new Limit(90, Limits.PACER_ERROR_SHARE),
            new Limit(99, Limits.PACER_ERROR_TAIL_SHARE));

    // A jitter p50 is what every timer takes, and no message waits for a timer.
    private static final List<Limit> MACHINE =
            List.of(new Limit(90, Limits.JITTER_SHARE), new Limit(99, Limits.JITTER_SHARE));

    // A step of the clock: what took no time at all is still not divided by.
    private static final double SMALLEST_US = 1e-3;

    private DelayRules() {}

    /** The pacer's own error: what an earlier send explains is the bus's doing and belongs into the response. */
    static Judgement pacing(RunHistory history) {
        return judge(
                history,
                SeriesName.PACER_ERROR,
                PACER,
                Limits.PACER_ERROR_FLOOR_US,
                Reason.PACING,
                " of the pacer's own, ");
    }

    /**
     * Of an open loop only: there as many messages meet a stall as were due in it, and jitter counts stalls in the same way.
     * A round trip meets a stall once, however long it is, so that the two percentiles are of different things.
     */
    static Judgement jitter(RunHistory history) {
        if (history.loop() != LoopKind.OPEN) {
            return Judgement.VALID;
        }
        return judge(history, SeriesName.JITTER, MACHINE, Limits.JITTER_FLOOR_US, Reason.JITTER, ", ");
    }

    /** Names the percentile that is furthest beyond its limit. */
    private static Judgement judge(
            RunHistory history, SeriesName name, List<Limit> limits, double floorUs, Reason kind, String whose) {
        Series delay = history.series(name).orElse(null);
        Series figure = history.figure().orElse(null);
        if (history.bound() || delay == null || figure == null) {
            return Judgement.VALID;
        }
        double worst = 1;
        String details = "";
        for (Limit limit : limits) {
            OptionalDouble delayUs = delay.percentileUs(limit.percentile());
            OptionalDouble figureUs = figure.percentileUs(limit.percentile());
            if (delayUs.isEmpty() || figureUs.isEmpty() || delayUs.getAsDouble() <= floorUs) {
                continue;
            }
            double share = delayUs.getAsDouble() / Math.max(figureUs.getAsDouble(), SMALLEST_US);
            if (share / limit.share() > worst) {
                worst = share / limit.share();
                String which = Words.quantile(limit.percentile());
                details = " " + which + " is " + Words.micros(delayUs.getAsDouble()) + whose + Words.percent(share)
                        + " of " + figure.name().key() + " " + which + " " + Words.micros(figureUs.getAsDouble())
                        + "; allowed " + Words.percent(limit.share());
            }
        }
        return details.isEmpty() ? Judgement.VALID : Judgement.degraded(kind.because(details));
    }
}
