package org.busmark.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScriptTest {
    private static final int MANY = 200_000;

    @Test
    void fatesAndTimesDependOnSeedProducerAndSequenceAlone() {
        Map<String, String> texts =
                Map.of("seed", "7", "loss", "0.5", "delay", "exponential 10 ms", "lost-acks", "0.5");
        Script one = ScriptText.parse(texts);
        Script other = ScriptText.parse(texts);
        for (long sequence = MANY; sequence >= 0; sequence -= 999) {
            assertEquals(one.fate(3, sequence), other.fate(3, sequence));
            assertEquals(one.delayNs(3, sequence), other.delayNs(3, sequence));
            assertEquals(one.losesAck(3, sequence), other.losesAck(3, sequence));
        }
        Script reseeded = ScriptText.parse(Map.of("seed", "8", "loss", "0.5", "delay", "exponential 10 ms"));
        assertNotEquals(one.delayNs(3, 0), reseeded.delayNs(3, 0));
        assertNotEquals(one.delayNs(3, 0), one.delayNs(4, 0));
        assertNotEquals(one.delayNs(3, 0), one.delayNs(3, 1));
    }

    @Test
    void eachFateIsMetByItsShare() {
        Script script = ScriptText.parse(Map.of(
                "loss", "0.1",
                "corruption", "0.05",
                "rejection", "0.02",
                "flagged-duplicates", "0.01",
                "unflagged-duplicates", "0.01",
                "reorder-within", "0.01",
                "reorder-across", "0.01",
                "held-back", "5 ms"));
        Map<Fate, Integer> met = new EnumMap<>(Fate.class);
        for (int sequence = 0; sequence < MANY; sequence++) {
            met.merge(script.fate(0, sequence), 1, Integer::sum);
        }
        for (Fate fate : Fate.values()) {
            double expected = fate == Fate.INTACT ? 0.79 : script.share(fate);
            // The seed is fixed, so this is no matter of luck: five standard deviations at this count.
            double allowed = 5 * Math.sqrt(expected * (1 - expected) / MANY);
            assertEquals(expected, met.getOrDefault(fate, 0) / (double) MANY, allowed, fate::name);
        }
    }

    @Test
    void delaysAreIndependentOfFates() {
        Script script = ScriptText.parse(Map.of("loss", "0.5", "delay", "uniform 0 ms .. 100 ms"));
        double sumNs = 0;
        int lost = 0;
        for (int sequence = 0; sequence < MANY; sequence++) {
            if (script.fate(0, sequence) == Fate.LOST) {
                sumNs += script.delayNs(0, sequence);
                lost++;
            }
        }
        assertEquals(50e6, sumNs / lost, 0.5e6);
    }

    @Test
    void cleanDoesNothing() {
        Script script = ScriptText.parse(Map.of());
        assertEquals(Script.CLEAN, script);
        assertEquals(Fate.INTACT, script.fate(0, 5));
        assertEquals(0, script.delayNs(0, 5));
    }

    @Test
    void readsEveryName() {
        Script script = ScriptText.parse(Map.of(
                "seed", "12",
                "ack-delay", "3 ms",
                "stall", "1 s at 5 s, 500 ms at 8 s",
                "service-time", "0.4 ms",
                "ceiling", "1500/s"));
        assertEquals(12, script.seed());
        assertEquals(3_000_000, script.ackDelayNs(0, 0));
        assertEquals(
                List.of(new Stall(5_000_000_000L, 1_000_000_000L), new Stall(8_000_000_000L, 500_000_000L)),
                script.stalls());
        assertEquals(400_000, script.serviceNs());
        assertEquals(1500, script.ceilingPerSecond());
    }

    @Test
    void refusesByNameAndSaysWhatIsAllowed() {
        assertRefused("losses is not known; allowed: seed, delay", Map.of("losses", "0.1"));
        assertRefused("loss is '1 %': allowed: a share from 0 to 1", Map.of("loss", "1 %"));
        assertRefused("loss is '1.5': allowed", Map.of("loss", "1.5"));
        assertRefused("seed is 'x': allowed: a whole number", Map.of("seed", "x"));
        assertRefused("stall is '1 s': allowed: none, or such as 1 s at 5 s", Map.of("stall", "1 s"));
        assertRefused("stall begins before the one before", Map.of("stall", "2 s at 1 s, 1 s at 2 s"));
        assertRefused("ceiling is '0/s': allowed: none, or a positive number", Map.of("ceiling", "0/s"));
        assertRefused("service-time is 'slow': ", Map.of("service-time", "slow"));
        assertRefused("held-back is 0; with reordering allowed", Map.of("reorder-within", "0.1"));
        assertRefused("the sum of all fates' shares is not in 0..1", Map.of("loss", "0.6", "corruption", "0.6"));
    }

    private static void assertRefused(String message, Map<String, String> texts) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> ScriptText.parse(texts), texts::toString);
        assertTrue(String.valueOf(refused.getMessage()).startsWith(message), refused::toString);
    }
}
