package org.busmark.results.record;

import org.jspecify.annotations.Nullable;

/**
 * Messages a second over the runs of a cell.
 *
 * @param medianPerSecond of the runs; null when no run gave a figure that may be printed
 * @param lowPerSecond lower end of the 95 % interval; null with fewer than two runs
 * @param highPerSecond upper end
 * @param runs how many runs stand behind the figure; INVALID ones do not
 */
public record Throughput(
        @Nullable Double medianPerSecond,
        @Nullable Double lowPerSecond,
        @Nullable Double highPerSecond,
        int runs) {
    /** No run gave a figure. */
    public static final Throughput NONE = new Throughput(null, null, null, 0);

    public Throughput {
        Require.notNegative("medianPerSecond", medianPerSecond);
        Require.notNegative("lowPerSecond", lowPerSecond);
        Require.notNegative("highPerSecond", highPerSecond);
        Require.ordered("lowPerSecond", lowPerSecond, "highPerSecond", highPerSecond);
        Require.notNegative("runs", (long) runs);
    }
}
