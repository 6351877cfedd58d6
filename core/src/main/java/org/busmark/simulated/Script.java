package org.busmark.simulated;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a simulated bus does to messages. Everything is a function of the seed, the producer and the sequence number of
 * the send (probes are not counted), so that the same sends meet the same fates whatever the machine does meanwhile, and
 * whoever knows the script knows what a measurement of it must find. Immutable.
 *
 * @param seed of all draws
 * @param delay from a send to its due delivery; a message waits for those before it in its partition
 * @param ackDelay from a send to its outcome, where the guarantee has acknowledgements
 * @param stalls when everything stands still, in the order of time
 * @param shares how many of all messages meet each fate, 0 to 1; a fate that is absent is met by none, and the rest is
 *     {@link Fate#INTACT}
 * @param heldBackNs by how much a message is held back that others overtake
 * @param lostAcks share of sends whose outcome is unknown though the message is delivered
 * @param serviceNs how long each consumer is busy with a message before the next one can be handed to it
 * @param ceilingPerSecond messages that the bus takes in a second, all producers together: one after the other at that
 *     pace, where what a sender was late by, up to 20 ms, can be caught up; infinite for no limit
 */
public record Script(
        long seed,
        Delay delay,
        Delay ackDelay,
        List<Stall> stalls,
        Map<Fate, Double> shares,
        long heldBackNs,
        double lostAcks,
        long serviceNs,
        double ceilingPerSecond) {
    /** Delivers everything at once, as sent. */
    public static final Script CLEAN =
            new Script(1, Delay.NONE, Delay.NONE, List.of(), Map.of(), 0, 0, 0, Double.POSITIVE_INFINITY);

    public Script {
        stalls = List.copyOf(stalls);
        EnumMap<Fate, Double> copy = new EnumMap<>(Fate.class);
        copy.putAll(shares);
        shares = Collections.unmodifiableMap(copy);
        double sum = 0;
        for (double share : shares.values()) {
            requireShare(share, "a fate's share");
            sum += share;
        }
        requireShare(sum, "the sum of all fates' shares");
        requireShare(lostAcks, "lost-acks");
        if (heldBackNs < 0 || serviceNs < 0 || !(ceilingPerSecond > 0)) {
            throw new IllegalArgumentException("a time or the ceiling is negative");
        }
        for (int i = 1; i < stalls.size(); i++) {
            if (stalls.get(i).atNs() < stalls.get(i - 1).endNs()) {
                throw new IllegalArgumentException("stall begins before the one before it has ended");
            }
        }
    }

    private static void requireShare(double share, String what) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(what + " is not in 0..1: " + share);
        }
    }

    /** How many of all messages meet this fate, 0 to 1. */
    public double share(Fate fate) {
        return shares.getOrDefault(fate, 0.0);
    }

    /** What becomes of a message. */
    public Fate fate(int producer, long sequence) {
        if (shares.isEmpty()) {
            return Fate.INTACT;
        }
        double left = Draw.FATE.unit(seed, producer, sequence);
        for (Map.Entry<Fate, Double> entry : shares.entrySet()) {
            left -= entry.getValue();
            if (left < 0) {
                return entry.getKey();
            }
        }
        return Fate.INTACT;
    }

    /** How long a message takes from its send to its due delivery, ns; what is before it may hold it longer. */
    public long delayNs(int producer, long sequence) {
        return delay.drawNs(Draw.DELAY.unit(seed, producer, sequence));
    }

    /** How long an outcome takes, ns. */
    public long ackDelayNs(int producer, long sequence) {
        return ackDelay.drawNs(Draw.ACK_DELAY.unit(seed, producer, sequence));
    }

    /** Whether the acknowledgement of a message gets lost. */
    public boolean losesAck(int producer, long sequence) {
        return lostAcks > 0 && Draw.LOST_ACK.unit(seed, producer, sequence) < lostAcks;
    }

    /** Which bit of a message flips. */
    long flippedBit(int producer, long sequence, int bytes) {
        return (long) (Draw.FLIPPED_BIT.unit(seed, producer, sequence) * bytes * Byte.SIZE);
    }
}
