package org.busmark.bench.capacity;

import java.time.Duration;

/**
 * How long a search's runs take.
 *
 * @param warmUp before each; not judged
 * @param probe of a rate that is tried for the first time
 * @param verification of the rate that was found: longer, because what is printed must hold longer
 */
record ProbeTimes(Duration warmUp, Duration probe, Duration verification) {
    /**
     * A backlog is sampled four times a second and needs 8 samples for a trend; a message more than 1 % too many each
     * second is 30 ms behind after 3 s.
     */
    static final ProbeTimes USUAL = new ProbeTimes(Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(6));

    /** A p99 needs 1,000 samples; some messages may come too late to be one. */
    private static final double MESSAGES_LEAST = 1_100;

    /** At least as long as asked for, and long enough for a p99 where messages are few. */
    static Duration lengthened(Duration least, double ratePerSecond) {
        Duration forP99 = Duration.ofSeconds((long) Math.ceil(MESSAGES_LEAST / ratePerSecond));
        return forP99.compareTo(least) > 0 ? forP99 : least;
    }
}
