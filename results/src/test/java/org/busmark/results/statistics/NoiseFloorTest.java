package org.busmark.results.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

final class NoiseFloorTest {
    @Test
    void isTheGeometricMeanOfSuccessiveRatiosTakenAboveOne() {
        // 100 to 200 is 2, 200 to 100 is 2, 100 to 100 is 1: the third root of 4.
        assertEquals(Math.cbrt(4), floor(100, 200, 100, 100), 1e-12);
        assertEquals(1.1, floor(100, 110), 1e-12);
        assertEquals(1.1, floor(110, 100), 1e-12);
    }

    @Test
    void theOrderOfRoundsMatters() {
        assertTrue(floor(100, 110, 120, 130) < floor(100, 130, 110, 120));
    }

    @Test
    void isNeverBelowTheStepsOfAHistogram() {
        assertEquals(NoiseFloor.RESOLUTION, floor(50, 50, 50));
        assertFalse(NoiseFloor.of(new double[] {50, 50}).orElseThrow().isExceededBy(1.001));
        assertTrue(NoiseFloor.of(new double[] {50, 50}).orElseThrow().isExceededBy(0.99));
    }

    @Test
    void isExceededToEitherSideAlike() {
        NoiseFloor floor = new NoiseFloor(1.25);
        assertTrue(floor.isExceededBy(1.26) && floor.isExceededBy(1 / 1.26));
        assertFalse(floor.isExceededBy(1.25) || floor.isExceededBy(1 / 1.24) || floor.isExceededBy(1));
    }

    @Test
    void theLargerOfTwoCellsCounts() {
        double[] quiet = {100, 101, 100};
        double[] noisy = {100, 150, 100};
        assertEquals(1.5, NoiseFloor.ofBoth(quiet, noisy).orElseThrow().ratio(), 1e-12);
        assertEquals(1.5, NoiseFloor.ofBoth(noisy, quiet).orElseThrow().ratio(), 1e-12);
    }

    @Test
    void oneRunSaysNothingAboutTheNext() {
        assertEquals(Optional.empty(), NoiseFloor.of(new double[] {5}));
        assertEquals(Optional.empty(), NoiseFloor.of(new double[0]));
        assertEquals(Optional.empty(), NoiseFloor.ofBoth(new double[] {5, 6}, new double[] {5}));
        assertEquals(Optional.empty(), NoiseFloor.ofBoth(new double[] {5}, new double[] {5, 6}));
    }

    @Test
    void refusesWhatHasNoLogarithmAndWhatIsNoFloor() {
        for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> NoiseFloor.of(new double[] {1, bad}));
            assertThrows(IllegalArgumentException.class, () -> new NoiseFloor(bad));
        }
    }

    /** 2 / sqrt(pi), the constant of a chart for individual values. */
    @Test
    void ofIndependentNoiseIsAbout113PerCentOfItsDeviation() {
        Random random = new Random(1931);
        double deviation = 0.2;
        double sum = 0;
        int cells = 20_000;
        for (int i = 0; i < cells; i++) {
            sum += Math.log(
                    NoiseFloor.of(runs(random, 5, 1, deviation)).orElseThrow().ratio());
        }
        assertEquals(2 / Math.sqrt(Math.PI) * deviation, sum / cells, 0.003);
    }

    @Test
    void ofAThreefoldDifferenceWithTwentyPerCentNoiseTheFloorTakesBackNothing() {
        for (int rounds = 3; rounds <= 5; rounds++) {
            Tally tally = Tally.of(rounds, 3, 0.2);
            assertTrue(tally.shown > 0.8 * Tally.CAMPAIGNS, tally::toString);
            assertTrue(tally.takenBack < 0.001 * Tally.CAMPAIGNS, tally::toString);
        }
    }

    @Test
    void tenPerCentAreFoundWhereRunsScatterByOne() {
        for (int rounds = 3; rounds <= 5; rounds++) {
            Tally tally = Tally.of(rounds, 1.1, 0.01);
            assertTrue(tally.shown - tally.takenBack > 0.95 * Tally.CAMPAIGNS, tally::toString);
        }
    }

    /** Where nothing differs, rounds that agree by luck look like a small difference. */
    @Test
    void ofEqualsTheFloorTakesBackSomeFalseAlarms() {
        for (int rounds = 3; rounds <= 5; rounds++) {
            Tally tally = Tally.of(rounds, 1, 0.2);
            assertEquals(0.05, (double) tally.shown / Tally.CAMPAIGNS, 0.0125);
            assertTrue(tally.takenBack > 0.2 * tally.shown, tally::toString);
        }
    }

    private record Tally(int shown, int takenBack) {
        private static final int CAMPAIGNS = 5_000;

        static Tally of(int rounds, double truth, double deviation) {
            Random random = new Random(rounds);
            int shown = 0;
            int takenBack = 0;
            for (int i = 0; i < CAMPAIGNS; i++) {
                double[] left = runs(random, rounds, truth, deviation);
                double[] right = runs(random, rounds, 1, deviation);
                PairedRatio ratio = PairedRatio.of(left, right);
                if (ratio.pValue().orElseThrow() < 0.05) {
                    shown++;
                    takenBack += NoiseFloor.ofBoth(left, right).orElseThrow().isExceededBy(ratio.ratio()) ? 0 : 1;
                }
            }
            return new Tally(shown, takenBack);
        }
    }

    private static double floor(double... runs) {
        return NoiseFloor.of(runs).orElseThrow().ratio();
    }

    private static double[] runs(Random random, int count, double truth, double deviation) {
        return DoubleStream.generate(() -> truth * Math.exp(deviation * random.nextGaussian()))
                .limit(count)
                .toArray();
    }
}
