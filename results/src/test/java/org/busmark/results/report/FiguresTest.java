package org.busmark.results.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class FiguresTest {
    @Test
    void threeSignificantDigitsWithTheirZeros() {
        assertEquals("0", Figures.significant(0));
        assertEquals("0.0123", Figures.significant(0.012345));
        assertEquals("1.00", Figures.significant(1));
        assertEquals("55.0", Figures.significant(55));
        assertEquals("123", Figures.significant(123.4));
        assertEquals("12346", Figures.significant(12345.6));
        assertEquals("8.1e+09", Figures.significant(8.123e9));
        assertEquals("1.2e-07", Figures.significant(1.2e-7));
    }

    @Test
    void theUnitFollowsTheSize() {
        assertEquals("950", Unit.PER_SECOND.format(950));
        assertEquals("999", Unit.PER_SECOND.format(999.4));
        assertEquals("1.00k", Unit.PER_SECOND.format(999.6));
        assertEquals("52.3k", Unit.PER_SECOND.format(52_300));
        assertEquals("1.20M", Unit.PER_SECOND.format(1_200_000));
        assertEquals("84.0M", Unit.PER_SECOND.format(84_000_000));
        assertEquals("0.450 µs", Unit.MICROSECONDS.format(0.45));
        assertEquals("123 µs", Unit.MICROSECONDS.format(123));
        assertEquals("1.23 ms", Unit.MICROSECONDS.format(1_230));
        assertEquals("2.00 s", Unit.MICROSECONDS.format(2e6));
        assertEquals("7200 s", Unit.MICROSECONDS.format(7.2e9));
        assertEquals("191 MiB", Unit.BYTES.format(200_000_000));
        assertEquals("1,234,567", Unit.COUNT.format(1_234_567));
        assertEquals("0.0500 s", Unit.SECONDS.format(0.05));
    }

    @Test
    void anIntervalStandsInTheUnitOfItsValue() {
        assertEquals("52.3k [0.900, 1100]", Unit.PER_SECOND.format(new Reading(52_300, 900.0, 1_100_000.0)));
        assertEquals("1.00 ms [0.900, 1.10]", Unit.MICROSECONDS.format(new Reading(1_000, 900.0, 1_100.0)));
    }

    @Test
    void ratiosShowWhatMatters() {
        assertEquals("0.0210", Figures.ratio(0.021));
        assertEquals("0.98", Figures.ratio(0.984));
        assertEquals("1.05", Figures.ratio(1.049));
        assertEquals("4.1", Figures.ratio(4.12));
        assertEquals("23", Figures.ratio(23.4));
        assertEquals("123", Figures.ratio(123.4));
    }

    @Test
    void sizesStayExact() {
        assertEquals("100 B", Figures.size(100));
        assertEquals("1 KiB", Figures.size(1024));
        assertEquals("1500 B", Figures.size(1500));
        assertEquals("1 MiB", Figures.size(1 << 20));
    }

    @Test
    void markdownEscapesAreNoMoreThanNeeded() {
        assertEquals("FIRE_AND_FORGET", MarkdownText.escape("FIRE_AND_FORGET"));
        assertEquals("\\_x\\_", MarkdownText.escape("_x_"));
        assertEquals("1.2 [0.9, 1.4]", MarkdownText.escape("1.2 [0.9, 1.4]"));
        assertEquals("[a\\]: b", MarkdownText.escape("[a]: b"));
        assertEquals("&amp;lt; \\\\ \\~ \\$", MarkdownText.escape("&lt; \\ ~ $"));
        assertEquals("a b\uFFFDc\uFFFD", MarkdownText.escape("a\nb\u202ec\u0007"));
    }
}
