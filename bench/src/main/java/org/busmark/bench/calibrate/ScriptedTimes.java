package org.busmark.bench.calibrate;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.busmark.simulated.Script;
import org.busmark.simulated.Stall;

/**
 * When each message of an undisturbed schedule would be answered and delivered, worked out from the script alone: no
 * clock is read. The model is that of {@link Script} for one producer and one consumer: sends wait for stalls and for the
 * ceiling, a partition keeps its order, a consumer serves one message after the other. Fates are not in it.
 */
final class ScriptedTimes {
    private static final double NS_PER_SECOND = 1e9;

    private final long[] responsesNs;
    private final long[] acksNs;

    private ScriptedTimes(long[] responsesNs, long[] acksNs) {
        this.responsesNs = responsesNs;
        this.acksNs = acksNs;
    }

    /** From intended send to delivery, ascending; not to be changed. */
    long[] responsesNs() {
        return responsesNs;
    }

    /** From intended send to acknowledgement, ascending; not to be changed. */
    long[] acksNs() {
        return acksNs;
    }

    static ScriptedTimes of(Script script, double perSecond, Duration duration, int partitions) {
        return new Model(script, perSecond, duration.toNanos(), partitions).times();
    }

    /** The time that this share of all messages does not exceed; as HdrHistogram counts, the rank is rounded up. */
    static long percentileNs(long[] ascending, double percentile) {
        int rank = (int) Math.ceil(percentile / 100 * ascending.length - 1e-9);
        return ascending[Math.max(1, rank) - 1];
    }

    /** Share of messages that take longer, 0 to 1. */
    static double shareAbove(long[] ascending, long ns) {
        return (double) Arrays.stream(ascending).filter(one -> one > ns).count() / ascending.length;
    }

    private static final class Model {
        private final Script script;
        private final long spacingNs;
        private final long[] intendedNs;
        private final long[] dueNs;
        private final long[] acksNs;
        private int sent;

        Model(Script script, double perSecond, long durationNs, int partitions) {
            this.script = script;
            this.spacingNs = Double.isInfinite(script.ceilingPerSecond())
                    ? 0
                    : Math.round(NS_PER_SECOND / script.ceilingPerSecond());
            int ticks = (int) Math.ceil(durationNs / NS_PER_SECOND * perSecond - 1e-9);
            intendedNs = new long[ticks];
            dueNs = new long[ticks];
            acksNs = new long[ticks];
            send(perSecond, durationNs, new long[partitions]);
        }

        private void send(double perSecond, long durationNs, long[] lastDueNs) {
            long freeNs = 0;
            long letInNs = 0;
            for (int tick = 0; tick < intendedNs.length; tick++) {
                intendedNs[tick] = Math.round(tick * NS_PER_SECOND / perSecond);
                long beginNs = Math.max(intendedNs[tick], letInNs);
                if (beginNs >= durationNs) {
                    return;
                }
                letInNs = heldUntil(Math.max(beginNs, freeNs));
                freeNs = letInNs + spacingNs;
                int partition = tick % lastDueNs.length;
                dueNs[tick] = Math.max(lastDueNs[partition], letInNs + script.delayNs(0, tick));
                lastDueNs[partition] = dueNs[tick];
                acksNs[tick] = heldUntil(letInNs + script.ackDelayNs(0, tick)) - intendedNs[tick];
                sent = tick + 1;
            }
        }

        ScriptedTimes times() {
            long[] responsesNs = new long[sent];
            int[] byDue = IntStream.range(0, sent)
                    .boxed()
                    .sorted(Comparator.comparingLong(tick -> dueNs[tick]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            long freeNs = 0;
            for (int tick : byDue) {
                long deliveredNs = heldUntil(Math.max(dueNs[tick], freeNs));
                freeNs = deliveredNs + script.serviceNs();
                responsesNs[tick] = deliveredNs - intendedNs[tick];
            }
            Arrays.sort(responsesNs);
            long[] acks = Arrays.copyOf(acksNs, sent);
            Arrays.sort(acks);
            return new ScriptedTimes(responsesNs, acks);
        }

        private long heldUntil(long atNs) {
            long untilNs = atNs;
            for (Stall stall : script.stalls()) {
                if (untilNs >= stall.atNs() && untilNs < stall.endNs()) {
                    untilNs = stall.endNs();
                }
            }
            return untilNs;
        }
    }
}
