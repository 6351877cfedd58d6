package org.busmark.traffic;

import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.busmark.time.Clock;
import org.busmark.verdict.Limits;

/**
 * Lets a warm-up go on until this JVM's compilers have nearly done, for five times its own time and 15 s at most.
 * How long that takes is the client's and the machine's matter: on two processors 2 s for JeroMQ and 8 to 12 s for Kafka's
 * client, whose round trips took half as long again and whose throughput was a third lower until then. One length for
 * all would measure a client's compilation, or wait for nothing.
 *
 * <p>Shared by all lanes of a run, which end together, within one step. Where it cannot be told what compilers do, nothing
 * goes on.
 */
public final class Settling {
    /** What has not settled by then is measured as it is; the verdict says so. */
    public static final int TIMES_LONGER = 5;

    /** However long the warm-up: its own time was the user's wish, this is not. */
    private static final long LONGEST_NS = 15_000_000_000L;

    /** Of a processor. Less than what is allowed while measuring, because compilers work in bursts. */
    private static final double CALM_SHARE = 0.75 * Limits.COMPILING_SHARE;

    private static final long CALM_NS = 1_000_000_000;
    private static final long READING_NS = 500_000_000;

    private final Clock clock;
    private final Supplier<OptionalDouble> compilerSeconds;
    private final long longestNs;
    private OptionalDouble compiledSeconds;
    private long readNs;
    private long latestNs;
    private long calmNs;
    private boolean overrun;
    private boolean settled;

    /**
     * Begins to watch, at the beginning of the last part of a warm-up.
     *
     * @param warmupNs the warm-up's own time
     */
    public Settling(Clock clock, long warmupNs) {
        this(clock, warmupNs, CompilerCpu::readSeconds);
    }

    Settling(Clock clock, long warmupNs, Supplier<OptionalDouble> compilerSeconds) {
        this.clock = clock;
        this.compilerSeconds = compilerSeconds;
        this.longestNs = Math.min(TIMES_LONGER * warmupNs, LONGEST_NS);
        this.readNs = clock.nanoTime();
        this.compiledSeconds = compilerSeconds.get();
    }

    /**
     * What lanes go through when the warm-up has had its own time, until {@link #isOver}. For them it is like a measured
     * one, with nothing brisk in it: what is compiled is what will be measured.
     */
    public Iteration iteration() {
        return new Iteration(clock.nanoTime(), longestNs, true);
    }

    /** Whether the compilers were calm for a second, or the time is up that begins at the first call. */
    public synchronized boolean isOver() {
        if (settled) {
            return true;
        }
        long nowNs = clock.nanoTime();
        if (!overrun) {
            overrun = true;
            latestNs = nowNs + longestNs;
        }
        if (nowNs - readNs >= READING_NS) {
            read(nowNs);
        }
        settled = calmNs >= CALM_NS || nowNs - latestNs >= 0;
        return settled;
    }

    private void read(long nowNs) {
        OptionalDouble seconds = compilerSeconds.get();
        if (seconds.isEmpty() || compiledSeconds.isEmpty()) {
            calmNs = CALM_NS;
            return;
        }
        long sinceNs = nowNs - readNs;
        double usedNs = (seconds.getAsDouble() - compiledSeconds.getAsDouble()) * 1e9;
        calmNs = usedNs <= CALM_SHARE * sinceNs ? calmNs + sinceNs : 0;
        compiledSeconds = seconds;
        readNs = nowNs;
    }
}
