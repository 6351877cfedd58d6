package org.busmark.simulated;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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

    /** Messages of a page: small ones, because whatever one allocation takes, the messages on their way wait for. */
    private static final int PAGE = 1 << 12;

    private final @Nullable Page[] pages = new Page[MOST / PAGE];
    private int sends;

    private static final class Page {
        final long[] enteredNs = unset();
        final long[] deliveredNs = unset();
        final long[] answeredNs = unset();

        private static long[] unset() {
            long[] times = new long[PAGE];
            Arrays.fill(times, NEVER);
            return times;
        }
    }

    synchronized void entered(long sequence, long nowNs) {
        if (sequence < MOST) {
            int index = (int) sequence;
            if (index % PAGE == 0) {
                pages[index / PAGE] = new Page();
            }
            sends = index + 1;
            pageOf(index).enteredNs[index % PAGE] = nowNs;
        }
    }

    synchronized void delivered(long sequence, long nowNs) {
        if (sequence < sends) {
            long[] deliveredNs = pageOf((int) sequence).deliveredNs;
            int place = (int) sequence % PAGE;
            if (deliveredNs[place] == NEVER) {
                deliveredNs[place] = nowNs;
            }
        }
    }

    synchronized void answered(long sequence, long nowNs) {
        if (sequence < sends) {
            pageOf((int) sequence).answeredNs[(int) sequence % PAGE] = nowNs;
        }
    }

    /** How many messages are remembered. */
    public synchronized int sends() {
        return sends;
    }

    /** When {@code send} was called for a message. */
    public synchronized long enteredNs(int sequence) {
        return pageOf(sequence).enteredNs[sequence % PAGE];
    }

    /** When a message was handed to a listener for the first time, or {@link #NEVER}. */
    public synchronized long deliveredNs(int sequence) {
        return pageOf(sequence).deliveredNs[sequence % PAGE];
    }

    /** When the outcome of a message was told, or {@link #NEVER}. */
    public synchronized long answeredNs(int sequence) {
        return pageOf(sequence).answeredNs[sequence % PAGE];
    }

    private Page pageOf(int sequence) {
        return Objects.requireNonNull(pages[Objects.checkIndex(sequence, sends) / PAGE]);
    }
}
