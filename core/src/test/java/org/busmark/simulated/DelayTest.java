package org.busmark.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each distribution against the values that its textbook has. */
class DelayTest {
    private static final double EXACT_MS = 1e-5;

    private static Delay delay(String text) {
        return ScriptText.parse(Map.of("delay", text)).delay();
    }

    private static void assertMs(double expected, Delay delay, double unit) {
        assertEquals(expected, (double) delay.drawNs(unit) / 1e6, EXACT_MS);
    }

    @Test
    void constantIsTheSameForEveryNumber() {
        assertMs(20, delay("20 ms"), 0);
        assertMs(20, delay("20 ms"), 0.999);
        assertEquals(1_500, delay("1.5 us").drawNs(0.5));
    }

    @Test
    void uniformIsALine() {
        Delay uniform = delay("uniform 10 ms .. 30 ms");
        assertMs(10, uniform, 0);
        assertMs(20, uniform, 0.5);
        assertMs(28, uniform, 0.9);
    }

    @Test
    void exponentialHasItsMedianAtLogTwo() {
        Delay exponential = delay("exponential 100 ms");
        assertMs(0, exponential, 0);
        assertMs(100 * Math.log(2), exponential, 0.5);
        assertMs(100 * Math.log(1000), exponential, 0.999);
    }

    @Test
    void logNormalHasTheNormalsQuantiles() {
        Delay lognormal = delay("lognormal 100 ms sigma 0.5");
        assertMs(0, lognormal, 0);
        assertMs(100, lognormal, 0.5);
        assertMs(100 * Math.exp(0.5 * 1.959963985), lognormal, 0.975);
        assertMs(100 * Math.exp(0.5 * 3.090232306), lognormal, 0.999);
        assertMs(100 * Math.exp(-0.5 * 2.326347874), lognormal, 0.01);
    }

    @Test
    void quantilesGoThroughTheirPoints() {
        Delay quantiles = delay("quantiles 0=5 ms, 0.5=10 ms, 0.9=50 ms, 1=500 ms");
        assertMs(5, quantiles, 0);
        assertMs(7.5, quantiles, 0.25);
        assertMs(10, quantiles, 0.5);
        assertMs(50, quantiles, 0.9);
        assertMs(275, quantiles, 0.95);
        assertTrue(quantiles.drawNs(Math.nextDown(1.0)) <= 500_000_000L);
    }

    @Test
    void mixtureDrawsEachPartByItsShare() {
        Delay mixture = delay("mix 0.8=10 ms + 0.15=uniform 20 ms .. 40 ms + 0.05=exponential 100 ms");
        assertMs(10, mixture, 0.7999);
        assertMs(20, mixture, 0.8);
        assertMs(30, mixture, 0.875);
        assertMs(100 * Math.log(2), mixture, 0.975);
        assertTrue(mixture.drawNs(Math.nextDown(1.0)) > 1_000_000_000L);
    }

    @Test
    void noneEverFallsAsTheNumberRises() {
        for (String text : List.of(
                "uniform 1 ms .. 9 ms",
                "exponential 3 ms",
                "lognormal 3 ms sigma 1.5",
                "quantiles 0=1 ms, 0.2=1 ms, 1=7 ms")) {
            Delay delay = delay(text);
            long before = 0;
            for (int i = 0; i < 10_000; i++) {
                long ns = delay.drawNs(i / 10_000.0);
                assertTrue(ns >= before, text + " at " + i);
                before = ns;
            }
        }
    }

    @Test
    void refusesWhatIsNoDistribution() {
        for (String text : List.of(
                "20",
                "-1 ms",
                "uniform 3 ms .. 2 ms",
                "uniform 3 ms",
                "lognormal 3 ms",
                "quantiles 0=1 ms, 0.9=2 ms",
                "quantiles 0=1 ms, 0.5=3 ms, 1=2 ms",
                "quantiles 0=1 ms, 0.5=2 ms, 0.5=3 ms, 1=4 ms",
                "mix 0.5=1 ms + 0.4=2 ms",
                "mix 0.5=1 ms + 2 ms",
                "normal 3 ms")) {
            IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> delay(text), text);
            assertTrue(String.valueOf(refused.getMessage()).startsWith("delay is '" + text + "': "), text);
        }
    }
}
