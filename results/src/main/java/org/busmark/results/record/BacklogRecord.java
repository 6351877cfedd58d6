package org.busmark.results.record;

/**
 * How far deliveries were behind sends at one moment.
 *
 * @param seconds since measuring began
 * @param messages sent and not yet delivered to every group; in the closed loop how full the window was
 * @param delivered to every group since the run began, warm-up included
 */
public record BacklogRecord(double seconds, long messages, long delivered) {
    public BacklogRecord {
        Require.notNegative("seconds", seconds);
    }
}
