package org.busmark.zeromq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.busmark.bus.BusException;
import org.junit.jupiter.api.Test;

final class ZeroMqSettingsTest {
    @Test
    void defaultsHoldWhatTheReportStates() throws BusException {
        assertEquals(new ZeroMqSettings(0, 1_000, 0, 5_000, 30_000, 1, false), ZeroMqSettings.parse(Map.of()));
    }

    @Test
    void takesEverySettingAndStatesIt() throws BusException {
        Map<String, String> given = Map.of(
                "sndhwm", "7",
                "rcvhwm", "8",
                "rcvbuf", "8192",
                "linger.ms", "0",
                "sndtimeo.ms", "250",
                "io.threads", "2",
                "xpub.nodrop", "true");
        ZeroMqSettings settings = ZeroMqSettings.parse(given);
        assertEquals(new ZeroMqSettings(7, 8, 8192, 0, 250, 2, true), settings);
        assertTrue(settings.facts().entrySet().containsAll(given.entrySet()), () -> "stated: " + settings.facts());
    }

    @Test
    void refusesANameThatIsNotKnown() {
        assertRefused("hwm", "1", "ZeroMQ setting is not known: hwm");
    }

    @Test
    void refusesAValueThatIsNoNumber() {
        assertRefused("rcvhwm", "1k", "ZeroMQ setting rcvhwm is not a whole number: 1k");
    }

    @Test
    void refusesAValueOutOfRange() {
        assertRefused("sndtimeo.ms", "30001", "ZeroMQ setting sndtimeo.ms is not in 0..30000: 30001");
        assertRefused("sndhwm", "0", "ZeroMQ setting sndhwm is not in 1..2147483647: 0");
        assertRefused("rcvbuf", "67108865", "ZeroMQ setting rcvbuf is not in 1..67108864: 67108865");
    }

    @Test
    void refusesAValueThatIsNeitherTrueNorFalse() {
        assertRefused("xpub.nodrop", "yes", "ZeroMQ setting xpub.nodrop is neither true nor false: yes");
    }

    private static void assertRefused(String name, String value, String message) {
        BusException refused = assertThrows(BusException.class, () -> ZeroMqSettings.parse(Map.of(name, value)));
        assertTrue(String.valueOf(refused.getMessage()).startsWith(message), refused::toString);
    }
}
