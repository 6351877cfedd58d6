package org.busmark.verdict;

/**
 * How far deliveries were behind sends at one moment of the measured time.
 *
 * @param seconds since measuring began
 * @param messages sent and not yet delivered to every group
 * @param delivered to every group since the run began, warm-up included
 */
public record BacklogSample(double seconds, long messages, long delivered) {
    public BacklogSample {
        if (!(seconds >= 0)) {
            throw new IllegalArgumentException("seconds is negative: " + seconds);
        }
    }
}
