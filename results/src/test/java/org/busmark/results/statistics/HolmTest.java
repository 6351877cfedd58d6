package org.busmark.results.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class HolmTest {
    /**
     * The worked example of the encyclopedia's article "Holm-Bonferroni method": p-values 0.01, 0.04, 0.03, 0.005 at
     * level 0.05; the hypotheses with 0.005 and 0.01 are rejected, 0.03 and 0.04 are not. The corrected values follow
     * from the definition: 4 x 0.005, 3 x 0.01, 2 x 0.03, then no less than the one before.
     */
    @Test
    void agreesWithThePublishedExample() {
        double[] adjusted = Holm.adjusted(new double[] {0.01, 0.04, 0.03, 0.005});

        assertArrayEquals(new double[] {0.03, 0.06, 0.06, 0.02}, adjusted, 1e-12);
    }

    @Test
    void oneTestNeedsNoCorrection() {
        assertArrayEquals(new double[] {0.04}, Holm.adjusted(new double[] {0.04}));
        assertEquals(0, Holm.adjusted(new double[0]).length);
    }

    @Test
    void whatHasNoPValueCountsForNothing() {
        assertEquals(
                List.of(Optional.empty(), Optional.of(0.02), Optional.empty(), Optional.of(0.03)),
                Holm.adjusted(List.of(Optional.empty(), Optional.of(0.01), Optional.empty(), Optional.of(0.03))));
        assertEquals(List.of(), Holm.adjusted(List.of()));
    }

    @Test
    void neverBelowItsInputNorBelowABetterOneNorAboveBonferroni() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            double[] p = random.doubles(1 + random.nextInt(12)).toArray();
            double[] adjusted = Holm.adjusted(p);
            for (int i = 0; i < p.length; i++) {
                assertTrue(adjusted[i] >= p[i] && adjusted[i] <= Math.min(1, p.length * p[i]) + 1e-12);
                for (int j = 0; j < p.length; j++) {
                    assertTrue(p[i] > p[j] || adjusted[i] <= adjusted[j]);
                }
            }
        }
    }

    @Test
    void refusesWhatIsNoProbability() {
        for (double bad : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThrows(IllegalArgumentException.class, () -> Holm.adjusted(new double[] {0.5, bad}));
        }
    }
}
