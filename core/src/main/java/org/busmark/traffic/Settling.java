package org.busmark.traffic;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.busmark.time.Clock;
import org.busmark.verdict.Limits;
import org.busmark.workload.LoopKind;
import org.busmark.workload.Workload;
import org.jspecify.annotations.Nullable;

/**
 * Lets a warm-up go on until this JVM's compilers have nearly done, for twelve times its own time and 12 s at most.
 * How long that takes is the client's and the machine's matter: on two processors 2 s for JeroMQ and 8 to 12 s for Kafka's
 * client, whose round trips took half as long again and whose throughput was a third lower until then. One length for
 * all would measure a client's compilation, or wait for nothing.
 *
 * <p>Thread-safe; shared by all lanes of a run, which end together, within one step. Where it cannot be told at the
 * beginning what compilers do, nothing goes on.
 */
public final class Settling {
    /** What has not settled by then is measured as it is; the verdict says so. */
    private static final int TIMES_LONGER = 12;

    /** However long the warm-up: its own time was the user's wish, this is not. */
    private static final Duration LONGEST = Duration.ofSeconds(12);

    /** Of what is allowed while measuring: compilers work in bursts. */
    private static final double CALM_PART = 0.75;

    private static final long CALM_NS = 1_000_000_000;
    private static final long READING_NS = 500_000_000;

    private final Clock clock;
    private final Supplier<OptionalDouble> compilerSeconds;
    private final Duration longest;
    private final double calmShare;
    private final boolean told;
    private double compiledSeconds;
    private long readNs;
    private long askedNs;
    private long calmNs;
    private boolean over;
    private @Nullable Iteration further;

    /**
     * Begins to watch, in the last part of a warm-up.
     *
     * @param warmup the warm-up's own time
     * @param loop which decides what compilers may take while it is measured
     */
    public Settling(Clock clock, Duration warmup, LoopKind loop) {
        this(clock, warmup, loop, CompilerCpu::readSeconds);
    }

    Settling(Clock clock, Duration warmup, LoopKind loop, Supplier<OptionalDouble> compilerSeconds) {
        this.clock = clock;
        this.compilerSeconds = compilerSeconds;
        this.longest = longest(warmup);
        this.calmShare = CALM_PART * Limits.compilingShare(loop);
        this.readNs = clock.nanoTime();
        this.askedNs = readNs;
        OptionalDouble seconds = compilerSeconds.get();
        this.told = seconds.isPresent();
        this.compiledSeconds = seconds.orElse(0);
    }

    /** How much longer than its own time a warm-up may take. */
    public static Duration longest(Duration warmup) {
        Duration several = warmup.multipliedBy(TIMES_LONGER);
        return several.compareTo(LONGEST) < 0 ? several : LONGEST;
    }

    /** How long a run's warm-up and its measured time together may take. */
    public static Duration longestRun(Workload workload) {
        return workload.warmup().plus(longest(workload.warmup())).plus(workload.duration());
    }

    /**
     * The warm-up has had its own time. What lanes go through from now on until {@link #isOver}: the same for all, and for
     * them like a measured one, with nothing brisk in it. So what is compiled is what will be measured.
     */
    public synchronized Iteration begin() {
        Iteration begun = further;
        if (begun == null) {
            begun = new Iteration(clock.nanoTime(), longest.toNanos(), true);
            further = begun;
        }
        return begun;
    }

    /**
     * Whether the compilers were calm for a second, or the time is up that begins with {@link #begin}; what is over after
     * that stays over. To be asked some times in each half second, from the beginning: what is not asked is not seen.
     */
    public synchronized boolean isOver() {
        if (over) {
            return true;
        }
        long nowNs = clock.nanoTime();
        if (nowNs - askedNs >= READING_NS) {
            askedNs = nowNs;
            compilerSeconds.get().ifPresent(seconds -> read(seconds, nowNs));
        }
        boolean now = !told || calmNs >= CALM_NS || (further != null && nowNs - further.endNs() >= 0);
        over = now && further != null;
        return now;
    }

    /** An account that falls has lost a thread; nobody knows what it says of the others. */
    private void read(double seconds, long nowNs) {
        long sinceNs = nowNs - readNs;
        double usedNs = (seconds - compiledSeconds) * 1e9;
        calmNs = usedNs >= 0 && usedNs <= calmShare * sinceNs ? calmNs + sinceNs : 0;
        compiledSeconds = seconds;
        readNs = nowNs;
    }
}
