package org.busmark.results.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class LabelTest {
    @Test
    void timesHaveTheUnitThatSuitsThem() {
        assertEquals("100 ns", Label.micros(0.1));
        assertEquals("1 \u00b5s", Label.micros(1));
        assertEquals("2.5 ms", Label.micros(2_500));
        assertEquals("10 s", Label.micros(1e7));
    }

    @Test
    void countsAndRatesAreShort() {
        assertEquals("0", Label.count(0));
        assertEquals("500", Label.count(500));
        assertEquals("1.5k", Label.count(1_500));
        assertEquals("12.3M", Label.count(12_345_678));
        assertEquals("5,000/s", Label.rate(5_000));
        assertEquals("100 B", Label.size(100));
        assertEquals("1500 B", Label.size(1500));
        assertEquals("10 KiB", Label.size(10 * 1024));
    }

    @Test
    void quantilesAreNamedAsPeopleDo() {
        assertEquals("p0", Label.quantile(1));
        assertEquals("p90", Label.quantile(10));
        assertEquals("p99.9", Label.quantile(1_000));
        assertEquals("p99.99", Label.quantile(10_000));
    }

    @Test
    void aNameStaysOnItsLineAndIsNotTooLong() {
        assertEquals("a b", Label.name(" a\nb\t"));
        assertEquals("a\uFFFDb", Label.name("a\u202Eb"));
        assertEquals("\uFFFD", Label.name("\uD800"));
        assertEquals(40, Label.name("x".repeat(500)).length());
        assertEquals("", Label.name(""));
    }
}
