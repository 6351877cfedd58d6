package org.busmark.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class TrendTest {
    private static double[] times(int count) {
        double[] times = new double[count];
        Arrays.setAll(times, n -> n / 4.0);
        return times;
    }

    @Test
    void aLineHasItsSlope() {
        double[] values = new double[20];
        Arrays.setAll(values, n -> 7 - 3 * n / 4.0);
        Trend trend = Trend.of(times(20), values);
        assertEquals(-3, trend.slope(), 1e-9);
        assertTrue(trend.falls());
        assertFalse(trend.grows());
    }

    @Test
    void fourInOneOrderAreATrendAndThreeOfFourAreNot() {
        assertTrue(Trend.of(times(4), new double[] {1, 2, 3, 4}).grows());
        assertFalse(Trend.of(times(4), new double[] {1, 2, 4, 3}).grows());
        assertFalse(Trend.of(times(3), new double[] {1, 2, 3}).grows());
    }

    @Test
    void equalValuesAndNoneHaveNoTrend() {
        for (int count : new int[] {0, 1, 2, 10}) {
            assertEquals(new Trend(0, 0), Trend.of(times(count), new double[count]));
        }
    }

    @Test
    void aQuarterOfWildValuesDoesNotMoveIt() {
        for (long seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            double[] values = new double[40];
            Arrays.setAll(values, n -> 100 + 2 * n / 4.0 + random.nextGaussian());
            for (int wild = 0; wild < 8; wild++) {
                values[random.nextInt(40)] = random.nextInt(1_000_000);
            }
            double slope = Trend.of(times(40), values).slope();
            assertTrue(slope > 0 && slope < 6, "seed " + seed + " slope " + slope);
        }
    }

    @Test
    void itTurnsWithTimeAndScalesWithTheValues() {
        for (long seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            int count = 4 + random.nextInt(30);
            double[] values = random.doubles(count, -5, 5).toArray();
            double[] reversed = new double[count];
            double[] scaled = new double[count];
            for (int n = 0; n < count; n++) {
                reversed[n] = values[count - 1 - n];
                scaled[n] = 1_000 + 3 * values[n];
            }
            Trend trend = Trend.of(times(count), values);
            Trend back = Trend.of(times(count), reversed);
            Trend scale = Trend.of(times(count), scaled);
            assertEquals(-trend.slope(), back.slope(), 1e-9);
            assertEquals(-trend.score(), back.score(), 1e-9);
            assertEquals(3 * trend.slope(), scale.slope(), 1e-6);
            assertEquals(trend.score(), scale.score(), 1e-9);
        }
    }

    @Test
    void noiseIsCalledATrendAsOftenAsTheLevelSays() {
        Random random = new Random(5);
        int grows = 0;
        for (int trial = 0; trial < 4_000; trial++) {
            grows += Trend.of(times(16), random.doubles(16).toArray()).grows() ? 1 : 0;
        }
        assertTrue(grows > 120 && grows < 260, "of 4000, " + grows);
    }
}
