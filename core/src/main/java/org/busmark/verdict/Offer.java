package org.busmark.verdict;

/**
 * What was to be sent while measuring, and what was. A warm-up is not in it: it sends far more than its schedule asks,
 * and would hide what the measured time missed.
 *
 * @param perSecond by all producers together; 0 where no rate is offered
 * @param due ticks of the schedule; where no rate is offered, what was sent
 * @param sent sends that were begun
 */
public record Offer(double perSecond, long due, long sent) {
    public Offer {
        if (!(perSecond >= 0) || due < 0 || sent < 0) {
            throw new IllegalArgumentException("negative: perSecond " + perSecond + ", due " + due + ", sent " + sent);
        }
    }
}
