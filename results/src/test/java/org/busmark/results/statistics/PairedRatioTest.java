package org.busmark.results.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

final class PairedRatioTest {
    /**
     * The extra hours of sleep of ten patients under two drugs: Student, "The probable error of a mean", Biometrika 6
     * (1908), table "Additional hours of sleep", the data set {@code sleep} of R. R's {@code t.test(..., paired = TRUE)}
     * documents t = -4.0621, df = 9, p = 0.002833, 95 % interval [-2.4598858, -0.7001142], mean -1.58.
     */
    private static final double[] FIRST_DRUG = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};

    private static final double[] SECOND_DRUG = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

    @Test
    void agreesWithStudentsOwnPairedExample() {
        // The example is of differences; as exponents they are log ratios.
        PairedRatio paired = PairedRatio.of(exp(FIRST_DRUG), exp(SECOND_DRUG));

        assertEquals(-1.58, Math.log(paired.ratio()), 1e-9);
        assertEquals(0.002833, paired.pValue().orElseThrow(), 5e-7);
        assertEquals(-2.4598858, Math.log(paired.interval().orElseThrow().low()), 5e-8);
        assertEquals(-0.7001142, Math.log(paired.interval().orElseThrow().high()), 5e-8);
        assertEquals(10, paired.rounds());
    }

    @Test
    void swappingTheSidesInvertsTheRatioAndKeepsTheDoubt() {
        PairedRatio there = PairedRatio.of(exp(FIRST_DRUG), exp(SECOND_DRUG));
        PairedRatio back = PairedRatio.of(exp(SECOND_DRUG), exp(FIRST_DRUG));

        assertEquals(1, there.ratio() * back.ratio(), 1e-12);
        assertEquals(there.pValue().orElseThrow(), back.pValue().orElseThrow(), 1e-12);
        assertEquals(
                1,
                there.interval().orElseThrow().low()
                        * back.interval().orElseThrow().high(),
                1e-12);
    }

    @Test
    void whatBothSidesShareInARoundFallsOut() {
        double[] left = {100, 200, 400, 800};
        double[] right = {50, 101, 199, 400};

        Interval interval = PairedRatio.of(left, right).interval().orElseThrow();

        assertTrue(interval.low() > 1.96 && interval.high() < 2.04, interval::toString);
    }

    @Test
    void aSampleAgainstItselfShowsNothing() {
        double[] runs = {103, 99, 250};
        PairedRatio same = PairedRatio.of(runs, runs);

        assertEquals(1, same.ratio());
        assertEquals(1, same.pValue().orElseThrow());
        assertTrue(same.interval().orElseThrow().contains(1));
    }

    @Test
    void oneRoundHasARatioButNoInterval() {
        PairedRatio one = PairedRatio.of(new double[] {3}, new double[] {2});

        assertEquals(1.5, one.ratio());
        assertTrue(one.interval().isEmpty() && one.pValue().isEmpty());
    }

    @Test
    void refusesWhatHasNoLogarithmAndWhatDoesNotPair() {
        double[] good = {1, 2};
        for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            double[] right = {1, bad};
            assertThrows(IllegalArgumentException.class, () -> PairedRatio.of(good, right), () -> "took " + bad);
        }
        assertThrows(IllegalArgumentException.class, () -> PairedRatio.of(good, new double[] {1}));
        assertThrows(IllegalArgumentException.class, () -> PairedRatio.of(new double[0], new double[0]));
    }

    @Test
    void withThreeRoundsEqualBusesAreToldApartInOneCaseOfTwenty() {
        Random random = new Random(42);
        int campaigns = 20_000;
        int alarms = 0;
        for (int i = 0; i < campaigns; i++) {
            double p = PairedRatio.of(threeRuns(random), threeRuns(random))
                    .pValue()
                    .orElseThrow();
            alarms += p < 0.05 ? 1 : 0;
        }
        // Four standard errors of a binomial count around 5 %.
        assertEquals(0.05, (double) alarms / campaigns, 4 * Math.sqrt(0.05 * 0.95 / campaigns));
    }

    private static double[] threeRuns(Random random) {
        return DoubleStream.generate(() -> Math.exp(0.3 * random.nextGaussian()))
                .limit(3)
                .toArray();
    }

    private static double[] exp(double[] logs) {
        return Arrays.stream(logs).map(Math::exp).toArray();
    }
}
