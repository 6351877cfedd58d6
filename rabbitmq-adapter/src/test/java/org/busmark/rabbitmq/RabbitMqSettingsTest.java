package org.busmark.rabbitmq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.busmark.bus.BusException;
import org.busmark.bus.BusSettings;
import org.junit.jupiter.api.Test;

final class RabbitMqSettingsTest {
    private static final Map<String, String> ADDRESS =
            Map.of("host", "127.0.0.1", "port", "5999", "username", "someone", "password", "se-cret");

    /** A default that is changed by chance changes what is measured. */
    @Test
    void defaultsAreThese() throws BusException {
        RabbitMqSettings settings = with(Map.of());
        assertEquals(500, settings.prefetch());
        assertEquals(50, settings.ackEvery());
        assertEquals(500, settings.confirmWindowFor(1));
        assertEquals(10_000, settings.confirmWindowFor(10_000));
        assertEquals(1 << 20, settings.confirmWindowFor(Integer.MAX_VALUE));
        assertFalse(settings.factory().isAutomaticRecoveryEnabled());
        assertEquals(60, settings.factory().getRequestedHeartbeat());
        assertEquals(
                Map.of(
                        "prefetch", "500",
                        "ack.every", "50",
                        "confirm.window", "the producer's maxInFlight, at least 500",
                        "io", "blocking sockets",
                        "tcp.nodelay", "true",
                        "connection.recovery.enabled", "false",
                        "ssl.enabled", "false"),
                settings.effective());
    }

    @Test
    void takesTheAddressAndHidesTheSecret() throws BusException {
        RabbitMqSettings settings = with(Map.of());
        assertEquals("127.0.0.1:5999", settings.address());
        assertEquals("someone", settings.factory().getUsername());
        assertEquals("se-cret", settings.factory().getPassword());
        assertFalse(settings.effective().toString().contains("se-cret"));
    }

    @Test
    void takesTuning() throws BusException {
        RabbitMqSettings settings = with(Map.of(
                "prefetch", "20", "confirm.window", "7", "connection.heartbeat", "5", "connection.frame.max", "8192"));
        assertEquals(20, settings.prefetch());
        assertEquals(20, settings.ackEvery(), "never more than the prefetch");
        assertEquals(7, settings.confirmWindowFor(10_000));
        assertEquals(5, settings.factory().getRequestedHeartbeat());
        assertEquals(8192, settings.factory().getRequestedFrameMax());
    }

    @Test
    void refusesWhatItDoesNotKnowByName() {
        refuses("prefech", Map.of("prefech", "20"));
        BusException refused = assertThrows(
                BusException.class,
                () -> RabbitMqSettings.of(new BusSettings(Map.of("hostname", "localhost"), Map.of())));
        assertTrue(refused.toString().contains("hostname"), refused.getMessage());
    }

    @Test
    void refusesWhatIsOutOfRangeByNameAndValue() {
        refuses("prefetch is not in 1..65535: 0", Map.of("prefetch", "0"));
        refuses("ack.every is not in 1..10: 11", Map.of("prefetch", "10", "ack.every", "11"));
        refuses("confirm.window is not in 1..", Map.of("confirm.window", "0"));
        refuses("confirm.window is not in 0..1048576: 2000000", Map.of("confirm.window", "2000000"));
        refuses("prefetch is not a whole number: many", Map.of("prefetch", "many"));
        refuses("connection.frame.max is not a whole number: 1 KiB", Map.of("connection.frame.max", "1 KiB"));
    }

    @Test
    void refusesAPortThatIsNone() {
        for (String port : new String[] {"0", "70000", "amqp"}) {
            BusException refused = assertThrows(
                    BusException.class, () -> RabbitMqSettings.of(new BusSettings(Map.of("port", port), Map.of())));
            assertTrue(refused.toString().contains("port is not"), refused.getMessage());
        }
    }

    private static RabbitMqSettings with(Map<String, String> tuning) throws BusException {
        return RabbitMqSettings.of(new BusSettings(ADDRESS, tuning));
    }

    private static void refuses(String words, Map<String, String> tuning) {
        BusException refused = assertThrows(BusException.class, () -> with(tuning));
        assertTrue(refused.toString().contains(words), refused.getMessage());
    }
}
