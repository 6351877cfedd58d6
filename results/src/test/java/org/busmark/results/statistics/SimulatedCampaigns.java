package org.busmark.results.statistics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.busmark.bus.Guarantee;
import org.busmark.ledger.Verdict;
import org.busmark.results.MadeUp;
import org.busmark.results.campaign.CellAssembler;
import org.busmark.results.campaign.ComparisonAssembler;
import org.busmark.results.record.CellCoordinates;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.ComparisonRecord;
import org.busmark.results.record.ForkRecord;
import org.busmark.results.record.Rate;
import org.busmark.results.record.RunRecord;
import org.busmark.results.record.SeriesRecord;
import org.jspecify.annotations.Nullable;

/**
 * Campaigns of the size of suite {@code standard}, made up run by run and put through the code that judges real ones. Five
 * rounds; streams of three sizes and open loops of two, on three buses at one guarantee and on two at another: 28
 * comparisons. A run's figure is its cell's truth, times what its round shares, times what is its own; both factors are
 * log-normal.
 */
final class SimulatedCampaigns {
    static final int ROUNDS = 5;
    static final int COMPARISONS = 28;

    /** What each cell's figures scatter around: messages per second, and us. */
    static final double THROUGHPUT = 60_000;

    static final double RESPONSE_US = 900;

    private static final List<String> ALL = List.of("kafka", "rabbitmq", "zeromq");
    private static final List<String> PERSISTING = List.of("kafka", "rabbitmq");

    /**
     * How runs differ.
     *
     * @param ofRounds log-sd of what all runs of a round share
     * @param ofRuns log-sd of what each run has for itself
     * @param outliers share of runs that come out at half of what they would
     */
    record Spread(double ofRounds, double ofRuns, double outliers) {}

    /** One campaign as it stands in its document. */
    record Outcome(List<CellRecord> cells, List<ComparisonRecord> comparisons) {}

    private final Spread spread;
    private final Map<String, Double> effects;
    private final Random random;

    /** @param effects by cellId: how many times the common truth that cell's figures are */
    SimulatedCampaigns(Spread spread, Map<String, Double> effects, long seed) {
        this.spread = spread;
        this.effects = effects;
        this.random = new Random(seed);
    }

    Outcome next() {
        try {
            List<CellRecord> cells = new CellAssembler((kind, runs) -> runs.stream()
                            .flatMap(run -> Optional.ofNullable(run.series(kind)).stream())
                            .findFirst())
                    .assemble(forks());
            return new Outcome(cells, ComparisonAssembler.compare(cells, Set.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<ForkRecord> forks() {
        List<ForkRecord> forks = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            double shared = factor(spread.ofRounds());
            for (Guarantee guarantee : List.of(Guarantee.FIRE_AND_FORGET, Guarantee.PERSISTED)) {
                for (String bus : guarantee == Guarantee.PERSISTED ? PERSISTING : ALL) {
                    for (int bytes : new int[] {100, 1024, 10_240}) {
                        forks.add(stream(bus, guarantee, bytes, round, shared));
                    }
                    for (int bytes : new int[] {100, 1024}) {
                        forks.add(openLoop(bus, guarantee, bytes, round, shared));
                    }
                }
            }
        }
        return forks;
    }

    private ForkRecord stream(String bus, Guarantee guarantee, int bytes, int round, double shared) {
        CellCoordinates cell = cell(bus, "stream-" + bytes, guarantee, Rate.MAX, bytes, "StreamBenchmark");
        double perSecond = THROUGHPUT * effect(cell) * shared * own();
        return new ForkRecord(cell, run(round, perSecond, null));
    }

    /** A tail has a spread of its own beside that of its run's median. */
    private ForkRecord openLoop(String bus, Guarantee guarantee, int bytes, int round, double shared) {
        CellCoordinates cell = cell(bus, "open-" + bytes, guarantee, Rate.perSecond(5_000), bytes, "OpenLoopBenchmark");
        double p50Us = RESPONSE_US * effect(cell) * shared * own();
        double p99Us = 10 * p50Us * factor(spread.ofRuns());
        SeriesRecord response =
                new SeriesRecord(p50Us, 2 * p50Us, p99Us, null, null, 2 * p99Us, 20_000, 1, null, null, 0, 0);
        return new ForkRecord(cell, run(round, 5_000, response));
    }

    private static RunRecord run(int round, double perSecond, @Nullable SeriesRecord response) {
        return MadeUp.run(round, Verdict.VALID, List.of(), perSecond, response, null);
    }

    private static CellCoordinates cell(
            String bus, String workload, Guarantee guarantee, Rate rate, int bytes, String benchmark) {
        return new CellCoordinates(cellId(bus, workload, guarantee), bus, workload, guarantee, rate, bytes, benchmark);
    }

    static String cellId(String bus, String workload, Guarantee guarantee) {
        return bus + "-" + workload + "-" + guarantee;
    }

    private double effect(CellCoordinates cell) {
        return effects.getOrDefault(cell.cellId(), 1.0);
    }

    private double own() {
        double half = random.nextDouble() < spread.outliers() ? 0.5 : 1;
        return half * factor(spread.ofRuns());
    }

    private double factor(double logSd) {
        return Math.exp(logSd * random.nextGaussian());
    }
}
