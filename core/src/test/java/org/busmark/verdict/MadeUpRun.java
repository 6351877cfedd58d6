package org.busmark.verdict;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.busmark.latency.Series;
import org.busmark.latency.SeriesName;
import org.busmark.latency.SeriesRecorder;
import org.busmark.latency.SeriesWindow;
import org.busmark.ledger.LedgerTotals;
import org.busmark.workload.LoopKind;

/** A history of 10 s at 1,000 messages a second that nothing speaks against, until a test spoils it. */
final class MadeUpRun {
    static final int SECONDS = 10;
    static final int PER_SECOND = 1_000;
    static final int MESSAGES = SECONDS * PER_SECOND;

    private static final long MS = 1_000_000;

    private final LoopKind loop;
    private final Map<SeriesName, SeriesRecorder> recorders = new EnumMap<>(SeriesName.class);
    private final List<BacklogSample> backlog = new ArrayList<>();
    private long attempted = MESSAGES;
    private long ok = MESSAGES;
    private long delivered = MESSAGES;
    private OptionalDouble stolen = OptionalDouble.of(0.001);
    private boolean bound;
    private OptionalDouble foreign = OptionalDouble.of(0.02);
    private OptionalDouble compiling = OptionalDouble.of(0.05);

    private MadeUpRun(LoopKind loop) {
        this.loop = loop;
    }

    /** Clean: figures of about 5 ms, and what a quiet machine adds. */
    static MadeUpRun of(LoopKind loop, long seed) {
        Random random = new Random(seed);
        MadeUpRun run = new MadeUpRun(loop);
        if (loop == LoopKind.OPEN) {
            run.series(SeriesName.RESPONSE, n -> 4_000 + random.nextInt(2_000));
            run.series(SeriesName.PACING_LAG, n -> random.nextInt(40));
            run.series(SeriesName.PACER_ERROR, n -> random.nextInt(40));
        }
        run.series(SeriesName.SERVICE, n -> 4_000 + random.nextInt(2_000));
        run.series(SeriesName.JITTER, n -> 50 + random.nextInt(100));
        run.backlog(n -> loop == LoopKind.CLOSED ? 1_000 : 4 + random.nextInt(3));
        return run;
    }

    /** Replaces a series: one value for each ms. */
    MadeUpRun series(SeriesName name, IntToDoubleFunction us) {
        SeriesRecorder recorder = new SeriesRecorder(SeriesWindow.of(0, SECONDS * 1_000 * MS));
        for (int n = 0; n < MESSAGES; n++) {
            recorder.record(n * MS, (long) (us.applyAsDouble(n) * 1_000));
        }
        recorders.put(name, recorder);
        return this;
    }

    MadeUpRun without(SeriesName name) {
        recorders.remove(name);
        return this;
    }

    /** Replaces the backlog: four samples a second. */
    MadeUpRun backlog(IntToDoubleFunction messages) {
        return backlog(messages, n -> n * PER_SECOND / 4.0);
    }

    MadeUpRun backlog(IntToDoubleFunction messages, IntToDoubleFunction deliveredSoFar) {
        backlog.clear();
        for (int n = 0; n <= 4 * SECONDS; n++) {
            backlog.add(new BacklogSample(
                    n / 4.0, (long) messages.applyAsDouble(n), (long) deliveredSoFar.applyAsDouble(n)));
        }
        return this;
    }

    MadeUpRun attempted(long count) {
        attempted = count;
        ok = count;
        return this;
    }

    MadeUpRun bound() {
        bound = true;
        return this;
    }

    MadeUpRun lost(long count) {
        ok = attempted - count;
        return this;
    }

    MadeUpRun delivered(long count) {
        delivered = count;
        return this;
    }

    MadeUpRun cpu(OptionalDouble stolenShare, OptionalDouble foreignShare) {
        stolen = stolenShare;
        foreign = foreignShare;
        return this;
    }

    MadeUpRun compiling(double share) {
        compiling = OptionalDouble.of(share);
        return this;
    }

    RunHistory history() {
        return new RunHistory(
                loop,
                bound,
                new Offer(loop == LoopKind.OPEN ? PER_SECOND : 0, MESSAGES, attempted),
                new LedgerTotals(
                        MESSAGES,
                        attempted,
                        attempted,
                        0,
                        0,
                        0,
                        ok,
                        ok,
                        attempted - ok,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        List.of()),
                recorders.entrySet().stream()
                        .map(entry -> new Series(entry.getKey(), List.of(entry.getValue())))
                        .toList(),
                delivered,
                new Conditions(backlog, stolen, foreign, compiling, 0.1));
    }
}
