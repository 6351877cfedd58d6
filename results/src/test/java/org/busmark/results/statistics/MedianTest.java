package org.busmark.results.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

final class MedianTest {
    @Test
    void isTheMiddleOneOrTheMeanOfTheMiddleTwo() {
        assertEquals(7, Median.of(new double[] {7}));
        assertEquals(2, Median.of(new double[] {9, 1, 2}));
        assertEquals(2.5, Median.of(new double[] {9, 1, 2, 3}));
    }

    @Test
    void leavesTheFiguresAsTheyAre() {
        double[] figures = {3, 1, 2};
        Median.of(figures);

        assertArrayEquals(new double[] {3, 1, 2}, figures);
    }

    @Test
    void ofNothingThereIsNone() {
        assertThrows(IllegalArgumentException.class, () -> Median.of(new double[0]));
    }
}
