package org.busmark.bench.campaign;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * The order of things within a round: shuffled, so that what drifts on the machine hits all alike. Decided by the seed,
 * the round and what is shuffled alone: a campaign that goes on after an interruption keeps its order.
 *
 * @param seed of the campaign
 */
record CellSchedule(long seed) {
    /**
     * Shuffles.
     *
     * @param things in an order that is always the same
     * @param round from 1
     * @param what tells this shuffle from the round's others
     */
    <T> List<T> shuffled(List<T> things, int round, String what) {
        List<T> shuffled = new ArrayList<>(things);
        // Neighbouring seeds begin alike in java.util.Random, so the round is mixed in first.
        long mixed = new SplittableRandom(31L * (31L * seed + round) + what.hashCode()).nextLong();
        Collections.shuffle(shuffled, new Random(mixed));
        return shuffled;
    }
}
