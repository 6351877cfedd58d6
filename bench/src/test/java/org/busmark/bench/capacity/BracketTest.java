package org.busmark.bench.capacity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.function.DoublePredicate;
import org.junit.jupiter.api.Test;

final class BracketTest {
    /** Asks until there is nothing more to ask. */
    private static List<Double> asked(Bracket bracket, DoublePredicate sustains) {
        List<Double> rates = new ArrayList<>();
        for (OptionalDouble next = bracket.next(); next.isPresent(); next = bracket.next()) {
            double rate = next.getAsDouble();
            rates.add(rate);
            if (sustains.test(rate)) {
                bracket.sustained(rate);
            } else {
                bracket.missed(rate);
            }
            assertTrue(rates.size() < 100, rates::toString);
        }
        return rates;
    }

    @Test
    void climbsThenHalvesWhatLiesBetween() {
        Bracket bracket = new Bracket();

        assertEquals(
                List.of(
                        8_000.0, 32_000.0, 128_000.0, 64_000.0, 45_300.0, 53_800.0, 58_700.0, 61_300.0, 60_000.0,
                        60_600.0),
                asked(bracket, rate -> rate <= 60_100));
        assertEquals(60_000, bracket.highestSustained().orElseThrow());
        assertEquals(60_600, bracket.lowestMissed().orElseThrow());
    }

    @Test
    void endsWithinTwoPercentBelowTheTruthWhateverItIs() {
        Random random = new Random(4);
        for (int i = 0; i < 2_000; i++) {
            double truth = 125 * Math.pow(80_000, random.nextDouble());
            Bracket bracket = new Bracket();
            List<Double> rates = asked(bracket, rate -> rate <= truth);
            double found = bracket.highestSustained().orElseThrow();
            assertTrue(found <= truth && found >= truth / Bracket.RESOLUTION, () -> found + " for " + truth);
            assertTrue(rates.size() <= 15, () -> rates + " for " + truth);
        }
    }

    @Test
    void goesDownWhereTheFirstRateIsTooMuch() {
        Bracket bracket = new Bracket();
        List<Double> rates = asked(bracket, rate -> rate <= 300);

        assertEquals(List.of(8_000.0, 2_000.0, 500.0, 125.0), rates.subList(0, 4));
        assertEquals(297, bracket.highestSustained().orElseThrow(), 3);
    }

    @Test
    void givesUpBelowTheLowestRate() {
        Bracket bracket = new Bracket();

        assertEquals(List.of(8_000.0, 2_000.0, 500.0, 125.0), asked(bracket, rate -> false));
        assertTrue(bracket.highestSustained().isEmpty());
    }

    @Test
    void stopsAtTheHighestRate() {
        Bracket bracket = new Bracket();
        List<Double> rates = asked(bracket, rate -> true);

        assertEquals(Bracket.HIGHEST, rates.get(rates.size() - 1));
        assertEquals(7, rates.size());
        assertTrue(bracket.lowestMissed().isEmpty());
    }

    @Test
    void oneWrongMissIsFoundOut() {
        for (double wrong : new double[] {8_000, 32_000, 45_300, 53_800}) {
            Bracket bracket = new Bracket();
            Set<Double> spoiled = new HashSet<>();
            asked(bracket, rate -> rate <= 60_100 && !(rate == wrong && spoiled.add(rate)));

            assertEquals(60_100, bracket.highestSustained().orElseThrow(), 0.02 * 60_100, () -> "after " + wrong);
        }
    }

    @Test
    void aMissThatIsConfirmedEndsTheSearch() {
        List<Double> rates = asked(new Bracket(), rate -> rate < 8_000);

        assertEquals(2, rates.stream().filter(rate -> rate == 8_000).count());
        assertEquals(8_000, rates.get(rates.size() - 1));
    }

    @Test
    void aRateHasThreeDigits() {
        assertEquals(46_200, Bracket.rounded(46_188.02));
        assertEquals(2_050_000, Bracket.rounded(2_048_000));
        assertEquals(127, Bracket.rounded(126.6));
    }
}
