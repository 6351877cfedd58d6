package org.busmark.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SendScheduleTest {
    private static final long HOUR_NS = 3_600_000_000_000L;

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 1, 3, 7, 999.9, 10_000, 123_456.789, 9_999_991, 10_000_000})
    void noTickIsANanosecondOffWithinAnHour(double rate) {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 20_000; i++) {
            int producers = 1 + random.nextInt(8);
            SendSchedule schedule = new SendSchedule(random.nextLong(), rate, random.nextInt(producers), producers);
            long tick = random.nextLong((long) (rate * 3600 / producers) + 1);
            BigDecimal exact = BigDecimal.valueOf(tick * producers + schedule.producer())
                    .multiply(BigDecimal.valueOf(1_000_000_000))
                    .divide(new BigDecimal(rate), MathContext.DECIMAL128);
            BigDecimal relative = BigDecimal.valueOf(schedule.intendedNs(tick) - schedule.epochNs());
            assertTrue(relative.subtract(exact).abs().compareTo(new BigDecimal("0.51")) < 0, schedule + " " + tick);
        }
    }

    @Test
    void theProducersShareOneSchedule() {
        SendSchedule alone = new SendSchedule(100, 12_345, 0, 1);
        for (int producer = 0; producer < 3; producer++) {
            SendSchedule shared = new SendSchedule(100, 12_345, producer, 3);
            for (long tick = 0; tick < 1000; tick++) {
                assertEquals(alone.intendedNs(tick * 3 + producer), shared.intendedNs(tick));
            }
        }
    }

    @Test
    void whatIsDueIsExactlyWhatIsIntendedByThen() {
        SplittableRandom random = new SplittableRandom(8);
        for (int i = 0; i < 50_000; i++) {
            double rate = Math.exp(random.nextDouble(Math.log(0.01), Math.log(1e9)));
            int producers = 1 + random.nextInt(5);
            SendSchedule schedule = new SendSchedule(random.nextLong(), rate, random.nextInt(producers), producers);
            long nowNs = schedule.epochNs() + random.nextLong(HOUR_NS);
            long due = schedule.ticksDue(nowNs);
            assertTrue(due == 0 || schedule.intendedNs(due - 1) - nowNs <= 0, schedule + " " + nowNs);
            assertTrue(schedule.intendedNs(due) - nowNs > 0, schedule + " " + nowNs);
        }
    }

    @Test
    void aTickIsDueFromItsVeryNanosecond() {
        SendSchedule schedule = new SendSchedule(-50, 1000, 1, 2);
        long firstNs = schedule.intendedNs(0);
        assertEquals(-50 + 1_000_000, firstNs);
        assertEquals(0, schedule.ticksDue(firstNs - 1));
        assertEquals(1, schedule.ticksDue(firstNs));
        assertEquals(0, schedule.ticksDue(-51));
        assertEquals(0, schedule.ticksDue(-51 - HOUR_NS));
    }

    @Test
    void tenSimulatedMinutesHoldAsManyTicksAsTheRateSays() {
        SendSchedule schedule = new SendSchedule(0, 10_000, 0, 1);
        assertEquals(6_000_000, schedule.ticksDue(600_000_000_000L - 1));
    }

    @Test
    void aScheduleAcrossTheClocksOverflowGoesOn() {
        SendSchedule schedule = new SendSchedule(Long.MAX_VALUE - 500_000, 1000, 0, 1);
        assertEquals(1_000_000, schedule.intendedNs(1) - schedule.intendedNs(0));
        assertEquals(2, schedule.ticksDue(schedule.intendedNs(1)));
    }

    @Test
    void whatMakesNoScheduleIsRefused() {
        for (double rate : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 1e10}) {
            String message = assertThrows(IllegalArgumentException.class, () -> new SendSchedule(0, rate, 0, 1))
                    .getMessage();
            assertEquals("messagesPerSecond is not in 0..1e9: " + rate, message);
        }
        assertThrows(IllegalArgumentException.class, () -> new SendSchedule(0, 1, 2, 2));
        assertThrows(IllegalArgumentException.class, () -> new SendSchedule(0, 1, -1, 2));
    }
}
