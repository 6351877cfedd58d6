package org.busmark.results.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

final class EstimateTest {
    /**
     * NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.5.2 "Confidence Limits for the Mean", heat flow meter data
     * (ZARR13.DAT): n = 195, mean 9.261460, standard deviation 0.022789, 95 % limits 9.258242 and 9.264679. The data are
     * stood for by two values that have this very mean and deviation.
     */
    @Test
    void agreesWithTheHandbooksConfidenceLimits() {
        int n = 195;
        double[] logs = new double[n];
        // 97 values on each side and one in the middle: sum of squares 194 d^2 over 194 degrees of freedom.
        double deviation = 0.022789;
        for (int i = 0; i < n; i++) {
            logs[i] = 9.261460 + Integer.compare(i, 97) * deviation;
        }
        Interval interval = Estimate.of(exp(logs)).interval().orElseThrow();

        assertEquals(9.258242, Math.log(interval.low()), 1.5e-6);
        assertEquals(9.264679, Math.log(interval.high()), 1.5e-6);
    }

    @Test
    void threeRunsUseStudentsFactorOf4303() {
        // Logs -1, 0, 1: deviation 1, standard error 1/sqrt(3); the table's t for 2 degrees of freedom is 4.303.
        Interval interval = Estimate.of(exp(new double[] {-1, 0, 1})).interval().orElseThrow();

        assertEquals(4.303 / Math.sqrt(3), Math.log(interval.high()), 5e-4);
        assertEquals(-4.303 / Math.sqrt(3), Math.log(interval.low()), 5e-4);
    }

    @Test
    void medianOfOddAndEven() {
        assertEquals(20, Estimate.of(new double[] {30, 10, 20}).median());
        assertEquals(15, Estimate.of(new double[] {20, 10}).median());
        assertTrue(Estimate.of(new double[] {7}).interval().isEmpty());
    }

    @Test
    void refusesWhatHasNoLogarithm() {
        assertThrows(IllegalArgumentException.class, () -> Estimate.of(new double[0]));
        for (double bad : new double[] {0, -5, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> Estimate.of(new double[] {1, bad}));
        }
    }

    @Test
    void absurdSpreadStaysAnInterval() {
        Interval interval = Estimate.of(new double[] {1e-300, 1e300}).interval().orElseThrow();

        assertTrue(interval.contains(1));
    }

    @Test
    void coversTheTruthInNineteenOfTwentyCampaigns() {
        Random random = new Random(1908);
        int campaigns = 20_000;
        int covered = 0;
        for (int i = 0; i < campaigns; i++) {
            double[] runs = DoubleStream.generate(() -> 50_000 * Math.exp(0.1 * random.nextGaussian()))
                    .limit(5)
                    .toArray();
            covered += Estimate.of(runs).interval().orElseThrow().contains(50_000) ? 1 : 0;
        }
        // Four standard errors of a binomial count around 95 %.
        assertEquals(0.95, (double) covered / campaigns, 4 * Math.sqrt(0.05 * 0.95 / campaigns));
    }

    private static double[] exp(double[] logs) {
        return Arrays.stream(logs).map(Math::exp).toArray();
    }
}
