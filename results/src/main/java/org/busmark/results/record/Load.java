package org.busmark.results.record;

/** How messages are offered, which says what a cell was made to find out. */
public enum Load {
    /** A message is sent when another was delivered: the figure is throughput. */
    CLOSED_LOOP,
    /** A message is sent when the schedule says: the figure is response. */
    OPEN_LOOP,
    /** One message is sent when it came back: the figure is the round trip, a closed-loop service time. */
    ROUND_TRIP;

    static Load of(Rate rate, String benchmark) {
        if (!rate.closedLoop()) {
            return OPEN_LOOP;
        }
        return benchmark.contains("RoundTrip") ? ROUND_TRIP : CLOSED_LOOP;
    }
}
