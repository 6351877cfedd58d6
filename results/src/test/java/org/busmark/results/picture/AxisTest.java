package org.busmark.results.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

final class AxisTest {
    @Test
    void decadesHoldAllValuesAndAreOneAtLeast() {
        assertSpan(1, 1_000, Axis.decades("", DoubleStream.of(2, 150), Label::micros));
        assertSpan(10, 100, Axis.decades("", DoubleStream.of(10, 100), Label::micros));
        assertSpan(100, 1_000, Axis.decades("", DoubleStream.of(100, 100), Label::micros));
        assertSpan(0.001, 0.01, Axis.decades("", DoubleStream.of(0.002, 0.003), Label::micros));
    }

    @Test
    void aLinearAxisBeginsAtNought() {
        Axis axis = Axis.fitting("", DoubleStream.of(50, 900), Label::count);
        assertEquals(Axis.Scale.LINEAR, axis.scale());
        assertEquals(0, axis.min());
        assertEquals("500", axis.labelAt(500));
        assertEquals("", axis.labelAt(5_000), "beyond its end nothing is named");
    }

    @Test
    void namesStandAtWholeSteps() {
        Axis axis = Axis.named(List.of("lower", "upper"));
        assertEquals("lower", axis.labelAt(1));
        assertEquals("", axis.labelAt(1.5));
        assertEquals("upper", axis.labelAt(2));
        assertEquals("", axis.labelAt(3));
        assertEquals(5, axis.longestName());
    }

    @Test
    void anAxisWithoutLengthIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Axis("", Axis.Scale.LINEAR, 1, 1, Label::count));
        assertThrows(IllegalArgumentException.class, () -> new Axis("", Axis.Scale.LOGARITHMIC, 0, 1, Label::count));
    }

    private static void assertSpan(double min, double max, Axis axis) {
        assertEquals(min, axis.min(), min * 1e-9);
        assertEquals(max, axis.max(), max * 1e-9);
    }
}
