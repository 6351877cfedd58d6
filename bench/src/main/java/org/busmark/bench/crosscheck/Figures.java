package org.busmark.bench.crosscheck;

import org.jspecify.annotations.Nullable;

/**
 * What one side reached in one round.
 *
 * @param perSecond messages counted at the consumer, more than 0
 * @param cpuSecondsPerMillion user and system time of producer and consumer; null where it is not known
 */
public record Figures(double perSecond, @Nullable Double cpuSecondsPerMillion) {
    public Figures {
        if (!(perSecond > 0) || Double.isInfinite(perSecond)) {
            throw new IllegalArgumentException("perSecond is not positive and finite: " + perSecond);
        }
    }
}
