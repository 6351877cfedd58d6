package org.busmark.results.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.busmark.results.report.Unit;
import org.junit.jupiter.api.Test;

final class AxisTest {
    @Test
    void figuresThatAreFarApartGetFactors() {
        assertFalse(Axis.over(1_000, 19_000).log());
        assertTrue(Axis.over(1_000, 21_000).log());
        assertFalse(Axis.over(0, 21_000).log(), "0 has no place among factors");
    }

    @Test
    void aFactorIsAsWideEverywhere() {
        Axis axis = Axis.over(1_000, 1_000_000);

        assertEquals("2.00%", axis.at(1_000));
        assertEquals("34.00%", axis.at(10_000));
        assertEquals("66.00%", axis.at(100_000));
        assertEquals("98.00%", axis.at(1_000_000));
        assertEquals(List.of("1k", "10k", "100k", "1M"), texts(axis, Unit.PER_SECOND));
    }

    @Test
    void withoutFactorsItBeginsAtZero() {
        Axis axis = Axis.over(8, 10);

        assertEquals("2.00%", axis.at(0));
        assertEquals(List.of("0 s", "5 s", "10 s"), texts(axis, Unit.SECONDS));
        assertEquals(axis.at(10), add("2.00%", axis.width(10)));
    }

    @Test
    void whatLiesOutsideIsPutAtTheEnd() {
        assertEquals("98.00%", Axis.over(1_000, 1_000_000).at(5e9));
        assertEquals("2.00%", Axis.over(1_000, 1_000_000).at(0.001));
        assertEquals("2.00%", Axis.fromZero(0).at(0));
    }

    private static List<String> texts(Axis axis, Unit unit) {
        return axis.ticks(unit).stream().map(Axis.Tick::text).toList();
    }

    private static String add(String one, String other) {
        return String.format(
                java.util.Locale.ROOT,
                "%.2f%%",
                Double.parseDouble(one.replace("%", "")) + Double.parseDouble(other.replace("%", "")));
    }
}
