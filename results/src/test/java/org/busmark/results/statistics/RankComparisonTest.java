package org.busmark.results.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RankComparisonTest {
    /** Crossed less self-fertilised maize, eighths of an inch: C. Darwin 1876, R. A. Fisher 1935. */
    private static final double[] DARWIN = {49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48};

    @Test
    void signedRanksAgreeWithThePublishedExample() {
        double[] ratios = Arrays.stream(DARWIN).map(d -> Math.exp(d / 100)).toArray();
        RankComparison ranks = RankComparison.paired(ratios, ones(15)).orElseThrow();

        // V = 96, exact two-sided p = 0.04126.
        assertEquals(0.04126, ranks.pValue(), 5e-6);
    }

    @Test
    void signedRanksOfRoundsThatAllAgreeAreAsRareAsCoins() {
        double[] left =
                IntStream.rangeClosed(1, 10).mapToDouble(i -> 1 + i / 100.0).toArray();
        assertEquals(
                2 / 1024.0, RankComparison.paired(left, ones(10)).orElseThrow().pValue(), 1e-12);
    }

    @Test
    void separateCampaignsAreOneOfAllArrangements() {
        double[] low = IntStream.rangeClosed(1, 10).mapToDouble(i -> i).toArray();
        double[] high = IntStream.rangeClosed(11, 20).mapToDouble(i -> i).toArray();

        // 20 over 10 is 184,756.
        assertEquals(
                2 / 184_756.0,
                RankComparison.independent(low, high).orElseThrow().pValue(),
                1e-12);
    }

    /** Resampled medians of 11 values follow the binomial distribution: 2.5 % lie below the third, 97.5 % below the ninth. */
    @Test
    void theBootstrapOfAMedianAgreesWithItsExactDistribution() {
        double[] values =
                IntStream.rangeClosed(1, 11).mapToDouble(i -> Math.exp(i)).toArray();
        Interval interval =
                RankComparison.paired(values, ones(11)).orElseThrow().medianRatio();

        assertEquals(3, Math.log(interval.low()), 1e-9);
        assertEquals(9, Math.log(interval.high()), 1e-9);
    }

    @Test
    void equalsShowNothing() {
        double[] runs = DoubleStream.iterate(100, x -> x * 1.01).limit(10).toArray();
        RankComparison paired = RankComparison.paired(runs, runs).orElseThrow();
        RankComparison independent = RankComparison.independent(runs, runs).orElseThrow();
        RankComparison steady = RankComparison.independent(ones(10), ones(12)).orElseThrow();

        assertEquals(new RankComparison(1, new Interval(1, 1)), paired);
        assertEquals(1, independent.pValue(), 1e-9);
        assertTrue(independent.medianRatio().contains(1));
        assertEquals(new RankComparison(1, new Interval(1, 1)), steady);
    }

    @Test
    void equalRunsHaveEqualIntervals() {
        Random random = new Random(3);
        double[] left = runs(random, 12, 1.2);
        double[] right = runs(random, 12, 1);
        assertEquals(RankComparison.paired(left, right), RankComparison.paired(left, right));
        assertEquals(RankComparison.independent(left, right), RankComparison.independent(left, right));
    }

    @Test
    void belowTenRunsThereIsNone() {
        assertEquals(Optional.empty(), RankComparison.paired(ones(9), ones(9)));
        assertEquals(Optional.empty(), RankComparison.independent(ones(9), ones(20)));
        assertEquals(Optional.empty(), RankComparison.independent(ones(20), ones(9)));
        assertThrows(IllegalArgumentException.class, () -> RankComparison.paired(ones(10), ones(11)));
        assertThrows(IllegalArgumentException.class, () -> RankComparison.paired(new double[10], ones(10)));
    }

    /** Of a median of ten a percentile interval covers a little more than it says, seldom less. */
    @Test
    void theBootstrapCoversTheTruth() {
        Random random = new Random(1979);
        int covered = 0;
        int campaigns = 400;
        for (int i = 0; i < campaigns; i++) {
            Interval interval = RankComparison.paired(runs(random, 10, 1.3), ones(10))
                    .orElseThrow()
                    .medianRatio();
            covered += interval.contains(1.3) ? 1 : 0;
        }
        assertTrue(covered >= 0.90 * campaigns && covered <= 0.99 * campaigns, "covered " + covered);
    }

    private static double[] ones(int count) {
        return DoubleStream.generate(() -> 1).limit(count).toArray();
    }

    private static double[] runs(Random random, int count, double truth) {
        return DoubleStream.generate(() -> truth * Math.exp(0.1 * random.nextGaussian()))
                .limit(count)
                .toArray();
    }
}
