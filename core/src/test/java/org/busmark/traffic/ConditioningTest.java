package org.busmark.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a broker's own warm-up is over, told from rates as they were recorded. */
final class ConditioningTest {
    private static int intervalsUntilSteady(double... rates) {
        List<Double> all = Arrays.stream(rates).boxed().toList();
        for (int count = 1; count <= all.size(); count++) {
            if (Conditioning.agree(all.subList(0, count))) {
                return count;
            }
        }
        return -1;
    }

    @Test
    void isNotOverWhileRatesRise() {
        assertEquals(-1, intervalsUntilSteady(87_993, 174_748, 247_623, 392_834));
        assertEquals(-1, intervalsUntilSteady(49_058, 84_589, 196_384, 293_654, 279_698));
    }

    @Test
    void isOverWhenTheyScatterWithoutSlope() {
        assertEquals(8, intervalsUntilSteady(15_101, 17_680, 25_048, 25_259, 35_206, 30_222, 30_066, 32_550, 27_605));
    }

    @Test
    void threeRatesDecide() {
        assertFalse(Conditioning.agree(List.of(100.0, 100.0)));
        assertTrue(Conditioning.agree(List.of(1.0, 91.0, 100.0, 95.0)));
        assertFalse(Conditioning.agree(List.of(100.0, 100.0, 100.0, 89.0)));
    }

    @Test
    void aBusThatStandsStillIsNotSteady() {
        assertFalse(Conditioning.agree(List.of(0.0, 0.0, 0.0)));
    }
}
