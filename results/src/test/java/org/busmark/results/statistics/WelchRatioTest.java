package org.busmark.results.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.inference.TTest;
import org.junit.jupiter.api.Test;

final class WelchRatioTest {
    private static final double[] FIRST_DRUG = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
    private static final double[] SECOND_DRUG = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

    /**
     * Student's sleep data of 1908 as two independent groups, the example of R's {@code t.test}: df 17.776, p 0.07939, 95 %
     * interval of the difference from -3.3654832 to 0.2054832.
     */
    @Test
    void agreesWithThePublishedExample() {
        WelchRatio welch = WelchRatio.of(exp(FIRST_DRUG), exp(SECOND_DRUG));

        assertEquals(-1.58, Math.log(welch.ratio()), 1e-9);
        assertEquals(0.07939, welch.pValue().orElseThrow(), 5e-6);
        assertEquals(-3.3654832, Math.log(welch.interval().orElseThrow().low()), 5e-8);
        assertEquals(0.2054832, Math.log(welch.interval().orElseThrow().high()), 5e-8);
    }

    /** Of other sizes and spreads, against a library that has the test but no interval. */
    @Test
    void agreesWithTheLibrary() {
        Random random = new Random(1947);
        for (int i = 0; i < 500; i++) {
            double[] left = normal(random, 2 + random.nextInt(9), 0.01 + random.nextDouble());
            double[] right = normal(random, 2 + random.nextInt(9), 0.01 + random.nextDouble());
            WelchRatio welch = WelchRatio.of(exp(left), exp(right));
            assertEquals(
                    TTest.withDefaults().test(left, right).getPValue(),
                    welch.pValue().orElseThrow(),
                    1e-9);
        }
    }

    @Test
    void aCampaignAgainstItselfHasRatioOneExactly() {
        Random random = new Random(1);
        for (int runs = 1; runs <= 12; runs++) {
            double[] figures = exp(normal(random, runs, 0.5));
            WelchRatio same = WelchRatio.of(figures, figures.clone());
            assertEquals(1, same.ratio());
            same.pValue().ifPresent(p -> assertEquals(1, p));
            assertEquals(runs > 1, same.interval().isPresent());
            assertTrue(same.interval().map(known -> known.contains(1)).orElse(true));
        }
    }

    @Test
    void swappingTheSidesInvertsTheRatioAndKeepsTheDoubt() {
        double[] left = {100, 105, 99};
        double[] right = {80, 84, 83, 70, 91};
        WelchRatio there = WelchRatio.of(left, right);
        WelchRatio back = WelchRatio.of(right, left);

        assertEquals(1, there.ratio() * back.ratio(), 1e-12);
        assertEquals(there.pValue().orElseThrow(), back.pValue().orElseThrow(), 1e-12);
        assertEquals(
                1,
                there.interval().orElseThrow().low()
                        * back.interval().orElseThrow().high(),
                1e-12);
    }

    @Test
    void runsThatDoNotScatterAreEqualOrNot() {
        double[] steady = {50, 50, 50};
        assertEquals(1, WelchRatio.of(steady, steady).pValue().orElseThrow());
        assertEquals(0, WelchRatio.of(steady, new double[] {51, 51}).pValue().orElseThrow());
        Interval interval =
                WelchRatio.of(steady, new double[] {25, 25}).interval().orElseThrow();
        assertEquals(2, interval.low(), 1e-12);
        assertEquals(2, interval.high(), 1e-12);
    }

    @Test
    void oneRunOnEitherSideHasARatioAndNothingElse() {
        WelchRatio welch = WelchRatio.of(new double[] {30}, new double[] {10, 20, 40});

        assertEquals(1.5, welch.ratio(), 1e-12);
        assertTrue(welch.interval().isEmpty() && welch.pValue().isEmpty());
        assertTrue(
                WelchRatio.of(new double[] {1, 2}, new double[] {1}).interval().isEmpty());
    }

    @Test
    void refusesWhatHasNoLogarithm() {
        double[] good = {1, 2};
        assertThrows(IllegalArgumentException.class, () -> WelchRatio.of(good, new double[0]));
        for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> WelchRatio.of(good, new double[] {1, bad}));
            assertThrows(IllegalArgumentException.class, () -> WelchRatio.of(new double[] {bad}, good));
        }
    }

    /** Equal truths, unlike spreads, three runs a side: the test that assumes equal spreads would be wrong here. */
    @Test
    void equalCampaignsAreToldApartInAtMostOneCaseOfTwenty() {
        Random random = new Random(42);
        int campaigns = 20_000;
        int alarms = 0;
        for (int i = 0; i < campaigns; i++) {
            double p = WelchRatio.of(exp(normal(random, 3, 0.1)), exp(normal(random, 5, 0.3)))
                    .pValue()
                    .orElseThrow();
            alarms += p < 0.05 ? 1 : 0;
        }
        // Satterthwaite's degrees of freedom are an approximation, within a point of the level here.
        assertEquals(0.05, (double) alarms / campaigns, 0.01);
    }

    private static double[] normal(Random random, int count, double deviation) {
        return DoubleStream.generate(() -> deviation * random.nextGaussian())
                .limit(count)
                .toArray();
    }

    private static double[] exp(double[] logs) {
        return Arrays.stream(logs).map(Math::exp).toArray();
    }
}
