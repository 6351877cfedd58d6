package org.busmark.simulated;

import java.util.Arrays;

/**
 * When the bus itself saw each message of one producer: called to send it, handing it over for the first time, telling its
 * outcome. A measurement of its own, by {@link System#nanoTime} and the bus's own numbers of sends, that owes nothing to the
 * instrument's header, clock or ledger. Holds the first {@value #MOST} messages. Thread-safe.
 */
public final class Instants {
    /** How many messages are remembered: 6 MiB at most. */
    public static final int MOST = 1 << 18;

    /** Stands for what has not happened. */
    public static final long NEVER = Long.MIN_VALUE;

    private long[] enteredNs = new long[0];
    private long[] deliveredNs = new long[0];
    private long[] answeredNs = new long[0];
    private int sends;

    synchronized void entered(long sequence, long nowNs) {
        if (sequence < MOST) {
            int index = (int) sequence;
            if (index >= enteredNs.length) {
                int length = Math.max(1024, 2 * index);
                enteredNs = grown(enteredNs, length);
                deliveredNs = grown(deliveredNs, length);
                answeredNs = grown(answeredNs, length);
            }
            enteredNs[index] = nowNs;
            sends = index + 1;
        }
    }

    private static long[] grown(long[] times, long length) {
        long[] longer = Arrays.copyOf(times, (int) length);
        Arrays.fill(longer, times.length, longer.length, NEVER);
        return longer;
    }

    synchronized void delivered(long sequence, long nowNs) {
        if (sequence < sends && deliveredNs[(int) sequence] == NEVER) {
            deliveredNs[(int) sequence] = nowNs;
        }
    }

    synchronized void answered(long sequence, long nowNs) {
        if (sequence < sends) {
            answeredNs[(int) sequence] = nowNs;
        }
    }

    /** How many messages are remembered. */
    public synchronized int sends() {
        return sends;
    }

    /** When {@code send} was called for a message. */
    public synchronized long enteredNs(int sequence) {
        return enteredNs[sequence];
    }

    /** When a message was handed to a listener for the first time, or {@link #NEVER}. */
    public synchronized long deliveredNs(int sequence) {
        return deliveredNs[sequence];
    }

    /** When the outcome of a message was told, or {@link #NEVER}. */
    public synchronized long answeredNs(int sequence) {
        return answeredNs[sequence];
    }
}
