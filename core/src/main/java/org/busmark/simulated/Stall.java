package org.busmark.simulated;

/**
 * A time in which the whole bus stands still: sends block, deliveries and outcomes are held.
 *
 * @param atNs since the first message that is no probe
 * @param lengthNs how long
 */
public record Stall(long atNs, long lengthNs) {
    public Stall {
        if (atNs < 0 || lengthNs <= 0) {
            throw new IllegalArgumentException("stall is not after 0 or has no length: " + atNs + ", " + lengthNs);
        }
    }

    /** First moment after it, ns since the first message. */
    public long endNs() {
        return atNs + lengthNs;
    }
}
