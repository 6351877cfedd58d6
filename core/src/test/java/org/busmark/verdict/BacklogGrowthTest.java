package org.busmark.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BacklogGrowthTest {
    /** Four samples a second. */
    private static Optional<BacklogGrowth> growth(int samples, IntToDoubleFunction messages, long neverDelivered) {
        List<BacklogSample> backlog = IntStream.range(0, samples)
                .mapToObj(n -> new BacklogSample(n / 4.0, Math.round(messages.applyAsDouble(n)), 0))
                .toList();
        return BacklogGrowth.of(backlog, neverDelivered, 1_000);
    }

    @Test
    void saysHowFastAndWhichShareOfTheRate() {
        BacklogGrowth growth = growth(12, n -> 5 + 20 * n, 0).orElseThrow();

        assertEquals(80, growth.perSecond(), 1e-9);
        assertEquals(0.08, growth.share(), 1e-12);
        assertEquals("backlog grows by 80/s, 8 % of the offered 1,000/s; allowed 1 %", growth.words());
    }

    @Test
    void upToOnePercentIsNone() {
        assertTrue(growth(41, n -> 2.5 * n, 0).isEmpty());
        assertTrue(growth(41, n -> 3 * n, 0).isPresent());
    }

    @Test
    void eightSamplesAreTheLeast() {
        assertTrue(growth(7, n -> 100 * n, 0).isEmpty());
        assertTrue(growth(8, n -> 100 * n, 0).isPresent());
        assertTrue(growth(0, n -> 0, 0).isEmpty());
    }

    @Test
    void whatNeverArrivesIsLostAndNoBacklog() {
        assertTrue(growth(41, n -> 20 * n, 800).isEmpty());
        assertEquals(40, growth(41, n -> 20 * n, 400).orElseThrow().perSecond(), 1e-9);
    }

    @Test
    void oneJumpIsNoTrendAndAFewMessagesAreNone() {
        assertTrue(growth(12, n -> n == 6 ? 5_000 : 5 + n % 2, 0).isEmpty());
        assertTrue(growth(12, n -> n * 9 / 11.0, 0).isEmpty());
    }
}
