package org.busmark.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.busmark.bus.BusException;
import org.busmark.bus.BusFacts;
import org.busmark.bus.BusSettings;
import org.busmark.bus.Guarantee;
import org.busmark.bus.MessageBus;
import org.busmark.bus.TopicSpec;

/** What a connection must refuse, and what it must tell about itself. */
record ConnectionChecks(Contestant contestant) {
    private static final Duration REFUSAL_BOUND = Duration.ofSeconds(30);

    void refusesUnknownSetting() {
        String unknown = "no.such.setting";
        BusSettings settings = new BusSettings(contestant.settings().connection(), Map.of(unknown, "1"));
        BusException refused = assertThrows(BusException.class, () -> connectAndClose(with(settings)));
        assertTrue(
                String.valueOf(refused.getMessage()).contains(unknown), () -> "does not name the setting: " + refused);
    }

    void refusesUnreachable(Map<String, String> connection) {
        Contestant nowhere = with(new BusSettings(connection, Map.of()));
        assertTimeoutPreemptively(
                REFUSAL_BOUND, () -> assertThrows(BusException.class, () -> connectAndClose(nowhere)));
    }

    private Contestant with(BusSettings settings) {
        return new Contestant(contestant.adapter(), settings, contestant.patience());
    }

    private static void connectAndClose(Contestant contestant) throws BusException {
        contestant.connect((kind, detail) -> {}).close();
    }

    void refusesTopicThatExists(Guarantee guarantee) throws BusException {
        try (Exchange exchange = Exchange.open(contestant, guarantee, 1, "group")) {
            assertThrows(BusException.class, () -> exchange.bus().createTopic(exchange.topic()));
        }
    }

    void refusesGuaranteeThatIsNotOffered(Guarantee guarantee) throws BusException {
        try (MessageBus bus = contestant.connect((kind, detail) -> {})) {
            TopicSpec topic = new TopicSpec(Contestant.freshTopic(), 1, List.of("group"), guarantee);
            assertThrows(BusException.class, () -> bus.createTopic(topic));
        }
    }

    void factsTellVersionsAndNoSecret() throws BusException {
        try (MessageBus bus = contestant.connect((kind, detail) -> {})) {
            BusFacts facts = bus.facts();
            assertTrue(facts.clientVersion().matches("\\d.*"), () -> "client version: " + facts.clientVersion());
            assertFalse(facts.settings().isEmpty(), "no settings");
            if (contestant.adapter().capabilities().needsBroker()) {
                assertTrue(
                        String.valueOf(facts.brokerVersion()).matches("\\d.*"),
                        () -> "broker version: " + facts.brokerVersion());
            } else {
                assertEquals(null, facts.brokerVersion(), "version of a broker that does not exist");
            }
            contestant.settings().connection().forEach((name, value) -> assertHidden(name, value, facts));
        }
    }

    private static void assertHidden(String name, String value, BusFacts facts) {
        if (name.toLowerCase(Locale.ROOT).contains("password") && !value.isEmpty()) {
            assertFalse(facts.toString().contains(value), () -> "the facts show the value of " + name);
        }
    }
}
