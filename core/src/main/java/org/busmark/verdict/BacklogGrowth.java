package org.busmark.verdict;

import java.util.List;
import java.util.Optional;

/**
 * A backlog that grows: deliveries fall behind sends for as long as one looks. The same rule judges a run's steady state
 * and a rate that is tried for a capacity. Immutable.
 *
 * @param perSecond messages by which it grows each second, more than {@link Limits#BACKLOG_GROWTH} of the offered rate
 * @param offeredPerSecond by all producers together
 */
public record BacklogGrowth(double perSecond, double offeredPerSecond) {
    /** Fewer samples show no trend, neither up nor down. */
    public static final int SAMPLES_LEAST = 8;

    /**
     * Looks for growth.
     *
     * @param samples in order of time
     * @param neverDelivered messages that were sent and did not arrive even in the end: they are lost and no backlog
     * @param offeredPerSecond positive
     * @return empty when the backlog does not grow beyond the limit, or with fewer than {@value #SAMPLES_LEAST} samples
     */
    public static Optional<BacklogGrowth> of(
            List<BacklogSample> samples, long neverDelivered, double offeredPerSecond) {
        if (samples.size() < SAMPLES_LEAST) {
            return Optional.empty();
        }
        double[] times = samples.stream().mapToDouble(BacklogSample::seconds).toArray();
        double[] messages =
                samples.stream().mapToDouble(BacklogSample::messages).toArray();
        Trend trend = Trend.of(times, messages);
        double seconds = times[times.length - 1] - times[0];
        double grown = trend.slope() * seconds - Math.max(0, neverDelivered);
        double perSecond = grown / seconds;
        return trend.grows() && grown > Limits.BACKLOG_FLOOR && perSecond > Limits.BACKLOG_GROWTH * offeredPerSecond
                ? Optional.of(new BacklogGrowth(perSecond, offeredPerSecond))
                : Optional.empty();
    }

    /** Of the offered rate; 1 is all of it. */
    public double share() {
        return perSecond / offeredPerSecond;
    }

    /** In words, with the limit. */
    public String words() {
        return "backlog grows by " + Words.perSecond(perSecond) + ", " + Words.percent(share()) + " of the offered "
                + Words.perSecond(offeredPerSecond) + "; allowed " + Words.percent(Limits.BACKLOG_GROWTH);
    }
}
