package org.busmark.bench.calibrate;

import java.util.Arrays;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.busmark.simulated.Instants;

/**
 * The same times as in {@link ScriptedTimes}, as the standard itself saw them happen. It knows the schedule's rate; where
 * the schedule began it takes from the send that came least late, for no pacer is early. On a quiet machine these are the
 * scripted times; on a busy one they tell whether the instrument or the machine is off.
 */
final class StandardTimes {
    private static final double NS_PER_SECOND = 1e9;

    private final long[] responsesNs;
    private final long[] acksNs;
    private final long[] sentLateNs;

    private StandardTimes(long[] responsesNs, long[] acksNs, long[] sentLateNs) {
        this.responsesNs = responsesNs;
        this.acksNs = acksNs;
        this.sentLateNs = sentLateNs;
    }

    static StandardTimes of(Instants instants, double perSecond) {
        long[] lateNs = IntStream.range(0, instants.sends())
                .mapToLong(tick -> instants.enteredNs(tick) - intendedNs(tick, perSecond))
                .toArray();
        long epochNs = IntStream.range(0, lateNs.length)
                .mapToLong(tick -> lateNs[tick])
                .reduce((left, right) -> left - right <= 0 ? left : right)
                .orElse(0);
        for (int tick = 0; tick < lateNs.length; tick++) {
            lateNs[tick] -= epochNs;
        }
        Arrays.sort(lateNs);
        return new StandardTimes(
                sinceIntended(instants, instants::deliveredNs, perSecond, epochNs),
                sinceIntended(instants, instants::answeredNs, perSecond, epochNs),
                lateNs);
    }

    private static long[] sinceIntended(
            Instants instants, IntToLongFunction happenedNs, double perSecond, long epochNs) {
        return IntStream.range(0, instants.sends())
                .filter(tick -> happenedNs.applyAsLong(tick) != Instants.NEVER)
                .mapToLong(tick -> happenedNs.applyAsLong(tick) - epochNs - intendedNs(tick, perSecond))
                .sorted()
                .toArray();
    }

    private static long intendedNs(int tick, double perSecond) {
        return Math.round(tick * NS_PER_SECOND / perSecond);
    }

    /** From intended send to first delivery, ascending; not to be changed. */
    long[] responsesNs() {
        return responsesNs;
    }

    /** From intended send to outcome, ascending; not to be changed. */
    long[] acksNs() {
        return acksNs;
    }

    /** How late the sends reached the standard, ascending; not to be changed. */
    long[] sentLateNs() {
        return sentLateNs;
    }
}
